internal import WritModel
internal import WritPolicy

/// What it costs to find everybody who may do something in a large account.
///
/// - Returns: Times for an action that some groups have, and for one that a wildcard of a few policies gives, each on any resource.
func measureHolders(users: Int, groups: Int, policies: Int, rounds: Int) -> JSONValue {
    let sample = SampleAccount(users: users, groups: groups, policies: policies)
    let account = AccountAccess(sample.facts(edited: []), dialect: .aws, account: "123456789012")
    let questions: [(name: String, action: String, resource: String?)] = [
        ("anyResource", "service7:GetObject", nil),
        ("oneResource", "service7:GetObject", "arn:aws:service7:eu-1:123456789012:team-7/x"),
        ("underCondition", "service7:Put0", nil), ("nobody", "other:GetObject", nil),
    ]
    var result: [JSONValue.Member] = [
        .init("users", .integer(users)), .init("groups", .integer(groups)),
        .init("policies", .integer(policies)),
    ]
    for question in questions {
        var times: [Int64] = []
        var holders = 0
        for _ in 0..<max(rounds, 1) {
            times.append(
                nanoseconds {
                    holders =
                        account.holders(
                            of: question.action, on: question.resource,
                            at: Instant(epochSeconds: 1_800_000_000)
                        ).count
                })
        }
        result.append(.init(question.name, ["find": Timing(times).json, "holders": .integer(holders)]))
    }
    return .object(result)
}
