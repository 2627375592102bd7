internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// A group that gives nothing.
    static let groupWithoutPolicy = Rule(
        "OBJ007", "group-without-policy", .low,
        page: RulePage(
            summary: "A group holds no policy.",
            why: """
                Its members believe that they may do something, and somebody will attach something by hand to make it true. Only \
                groups whose `policies` is exact are looked at, or all where the live account was observed.
                """,
            avoid: "kind: Group\nmetadata: {name: qa}\nspec: {members: [bob], policies: []}",
            prefer: "kind: Group\nmetadata: {name: qa}\nspec: {members: [bob], policies: [test-servers]}"),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    let holders = Set(account.knownFacts().attachments.keys.map(\.principal))
    for group in account.objects(.group)
    where !holders.contains(group.address) && account.knowsAll(.policies, of: group) {
        report.find(
            "the group `\(group.address.name)` holds no policy", at: .list(group.address, .policies),
            help: "attach what its members need, or delete its manifest")
    }
}
