internal import WritModel
internal import WritPolicy

/// What it costs to compare two states of a large account.
///
/// - Returns: Times of making both states ready and of comparing them, with one policy changed and with every policy changed.
func measureAccount(users: Int, groups: Int, policies: Int, rounds: Int) -> JSONValue {
    let sample = SampleAccount(users: users, groups: groups, policies: policies)
    let old = sample.facts(edited: [])
    let cases: [(String, AccountFacts)] = [
        ("unchanged", old), ("onePolicyChanged", sample.facts(edited: [policies / 2])),
        ("everyPolicyChanged", sample.facts(edited: Set(0..<policies))),
    ]
    var result: [JSONValue.Member] = [
        .init("users", .integer(users)), .init("groups", .integer(groups)),
        .init("policies", .integer(policies)), .init("combinations", .integer(sample.combinations)),
    ]
    for (name, new) in cases {
        var preparing: [Int64] = []
        var comparing: [Int64] = []
        var comparison: AccountComparison?
        for _ in 0..<max(rounds, 1) {
            var sides: [AccountAccess] = []
            preparing.append(
                nanoseconds {
                    sides = [old, new].map { AccountAccess($0, dialect: .aws, account: "123456789012") }
                })
            comparing.append(
                nanoseconds {
                    comparison = compareAccounts(
                        old: sides[0], new: sides[1], at: Instant(epochSeconds: 1_800_000_000))
                })
        }
        result.append(
            .init(
                name,
                [
                    "prepare": Timing(preparing).json, "compare": Timing(comparing).json,
                    "changes": .integer(comparison?.changes.count ?? 0),
                    "unchangedPrincipals": .integer(comparison?.unchangedCount ?? 0),
                ]))
    }
    return .object(result)
}

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
