internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// A group that nobody is in.
    static let emptyGroup = Rule(
        "OBJ004", "empty-group", .low,
        page: RulePage(
            summary: "Nobody is in a group.",
            why: """
                Whoever can add members to it gives its permissions away, and nobody looks after a group that nobody uses. Only \
                groups whose members are known in full are looked at: `members` is exact, or the live account was observed.
                """,
            avoid: "kind: Group\nmetadata: {name: old}\nspec: {members: [], policies: [FullAccess]}",
            references: [
                "Huawei Cloud Config iam-group-has-users-check", "Checkov CKV2_AWS_14",
                "ScoutSuite iam-group-with-no-users",
            ]),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    let facts = account.knownFacts()
    let occupied = Set(facts.memberships.map(\.group)).union(facts.mappedGroups)
    for group in account.objects(.group)
    where !occupied.contains(group.address.name) && account.knowsAll(.members, of: group) {
        report.find(
            "nobody is in the group `\(group.address.name)`", at: .list(group.address, .members),
            help: "delete its manifest, or add who needs it")
    }
}
