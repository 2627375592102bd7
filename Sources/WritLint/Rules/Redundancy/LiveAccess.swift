internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// Access in the live account that the manifests do not give.
    static let liveAccess = Rule(
        "RED016", "live-access", .high,
        page: RulePage(
            summary: "Somebody can do in the live account what the manifests do not let them.",
            why: """
                It was granted by hand, past every review. Differences that change nobody's access are no finding; what the \
                manifests leave unmanaged counts as theirs.
                """,
            avoid: "a policy that the console widened to `iam:*:*`",
            references: ["writ drift"]),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    for change in account.drift?.effective ?? [] where change.direction == .gained {
        var place = account.nearest(change.principals)
        if case .policy(let terms) = change.source, case .custom(let name) = terms.policy,
            account.policy(Address(.policy, name)) != nil
        {
            place = .object(Address(.policy, name))
        }
        report.find(
            "\(change.subject) may do \(change.witness.title) in the live account, which the manifests do not allow",
            at: place, notes: [("\(change.source.title), \(change.statement.title), allows it there", nil)],
            help: "apply the manifests, or write it into them", severity: change.severity)
    }
}
