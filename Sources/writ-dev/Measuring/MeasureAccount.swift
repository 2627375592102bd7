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
