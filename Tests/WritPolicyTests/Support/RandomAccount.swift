import WritModel
import WritPolicy
import WritTestKit

/// Two states of a small account in which everything may differ.
struct RandomAccount {
    let dialect: Dialect
    private(set) var old = AccountFacts()
    private(set) var new = AccountFacts()

    static let now = Instant(epochSeconds: 1_795_348_800)

    private static let users = ["a", "b", "c", "d", "e"]
    private static let groups = ["g", "h", "i"]
    private static let policies = (0..<6).map { PolicyReference.custom("p\($0)") }

    init(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        dialect = random.chance(50) ? .aws : random.pick(Dialect.allCases)
        for user in Self.users {
            old.users[user] = !random.chance(15)
            new.users[user] = !random.chance(15)
        }
        for agency in ["x", "y"] {
            old.agencies[agency] = .unknown
            new.agencies[agency] = .unknown
        }
        old.groups = Set(Self.groups)
        new.groups = Set(Self.groups)
        addDocuments(&random)
        addEdges(&random)
    }

    func access(_ facts: AccountFacts) -> AccountAccess {
        AccountAccess(facts, dialect: dialect, account: "acme")
    }

    /// Every policy changes but for a few; of a few a side does not know the document.
    private mutating func addDocuments(_ random: inout SplitMix64) {
        var pairs = PolicyPairGenerator(dialect, isFlat: false, random: SplitMix64(seed: random.next()))
        for policy in Self.policies {
            let (before, after) = pairs.pair()
            let sides = [before, random.chance(10) ? before : after].map { documents in
                var statements = documents.flatMap { $0["Statement"]?.array ?? [] }.prefix(2)
                if random.chance(10) { statements.append(Self.own(dialect)) }
                if random.chance(2) { statements.append(["Effect": "Perhaps"]) }
                return PolicyDocument(withoutOnes(pairs.document(Array(statements))))
            }
            if !random.chance(3) { old.documents[policy] = sides[0] }
            if !random.chance(3) { new.documents[policy] = sides[1] }
        }
    }

    /// Without `?`, which multiply the requests that the plain way looks at.
    private func withoutOnes(_ document: JSONValue) -> JSONValue {
        let bytes = document.compactText.utf8.map { $0 == UInt8(ascii: "?") ? UInt8(ascii: "a") : $0 }
        return (try? JSONValue(parsing: bytes)) ?? document
    }

    /// A statement that asks for the name of who makes the request.
    private static func own(_ dialect: Dialect) -> JSONValue {
        switch dialect {
        case .aws:
            ["Effect": "Allow", "Action": "a:*", "Resource": "a:a:a:a:a:${aws:username}/*"]
        case .huawei:
            [
                "Effect": "Allow", "Action": ["a:*:*"],
                "Condition": ["StringEquals": ["g:UserName": ["a", "b"]]],
            ]
        case .jd, .volcengine: ["Effect": "Allow", "Action": "a:b*", "Resource": "*"]
        }
    }

    private mutating func addEdges(_ random: inout SplitMix64) {
        for user in Self.users {
            for group in random.some(of: Self.groups, percent: 40) {
                let membership = Membership(user: user, group: group)
                if !random.chance(10) { old.memberships.insert(membership) }
                if !random.chance(10) { new.memberships.insert(membership) }
            }
        }
        let holders =
            Self.groups.map { Address(.group, $0) } + ["x", "y"].map { Address(.agency, $0) }
            + Self.users.prefix(2).map { Address(.user, $0) }
        for holder in holders {
            for policy in random.some(of: Self.policies, percent: 20) {
                let scopes: [Scope] = [.account, .account, .account, .allProjects, .project("q")]
                let key = AttachmentKey(principal: holder, policy: policy, scope: random.pick(scopes))
                let ends = ["2026-01-31", "2027-01-31", "2028-01-31"].map(Expiry.init(parsing:))
                var end = random.chance(25) ? random.pick(ends) : nil
                if !random.chance(10) { old.attachments.updateValue(end, forKey: key) }
                if random.chance(10) { end = random.pick(ends) }
                if !random.chance(10) { new.attachments.updateValue(end, forKey: key) }
            }
        }
    }
}
