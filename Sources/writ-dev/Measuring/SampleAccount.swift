internal import WritModel
internal import WritPolicy

/// An account made by counting: the same numbers give the same account.
struct SampleAccount {
    private let documents: [JSONValue]
    private let edited: [JSONValue]
    private var facts = AccountFacts()

    /// How many groups' unions there are among the users.
    private(set) var combinations = 0

    init(users: Int, groups: Int, policies: Int) {
        var random = Counting(state: 4)
        documents = (0..<policies).map { SampleAccount.document($0, isEdited: false) }
        edited = (0..<policies).map { SampleAccount.document($0, isEdited: true) }
        for group in 0..<groups {
            facts.groups.insert("group-\(group)")
            for _ in 0..<(2 + random.below(5)) {
                let key = AttachmentKey(
                    principal: Address(.group, "group-\(group)"),
                    policy: .custom("policy-\(random.below(policies))"))
                facts.attachments.updateValue(nil, forKey: key)
            }
        }
        var unions: Set<Set<Int>> = []
        for user in 0..<users {
            facts.users["user-\(user)"] = true
            let joined = Set((0..<(1 + random.below(3))).map { _ in random.below(groups) })
            unions.insert(joined)
            for group in joined {
                facts.memberships.insert(Membership(user: "user-\(user)", group: "group-\(group)"))
            }
        }
        combinations = unions.count
    }

    /// The account in which these policies have their second form.
    func facts(edited: Set<Int>) -> AccountFacts {
        var result = facts
        for index in documents.indices {
            result.documents[.custom("policy-\(index)")] = PolicyDocument(
                edited.contains(index) ? self.edited[index] : documents[index])
        }
        return result
    }

    /// Three statements: reading with a pattern, writing under a condition, and for every tenth a Deny.
    private static func document(_ index: Int, isEdited: Bool) -> JSONValue {
        let service = "service\(index % 40)"
        let bucket = "arn:aws:\(service):eu-1:123456789012:team-\(index)"
        var statements: [JSONValue] = [
            [
                "Effect": "Allow",
                "Action": [
                    .string("\(service):Get*"), .string("\(service):List*"),
                    .string("\(service):Describe\(index)"),
                ], "Resource": .string(isEdited ? "\(bucket)*" : "\(bucket)/*"),
            ],
            [
                "Effect": "Allow",
                "Action": [.string("\(service):Put\(index % 7)"), .string("\(service):Delete\(index % 5)")],
                "Resource": [.string("\(bucket)/data/*"), .string("\(bucket)/logs/*")],
                "Condition": ["Bool": ["aws:MultiFactorAuthPresent": "true"]],
            ],
        ]
        if index % 10 == 0 {
            statements.append(
                [
                    "Effect": "Deny", "Action": .string("\(service):Delete*"),
                    "Resource": .string("\(bucket)/logs/*"),
                ])
        }
        return ["Version": "2012-10-17", "Statement": .array(statements)]
    }
}

/// Numbers without order that are the same each time; Knuth's 64-bit linear congruence.
private struct Counting {
    var state: UInt64

    mutating func below(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(limit))
    }
}
