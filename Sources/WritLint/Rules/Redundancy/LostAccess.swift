internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// Access that the change takes away.
    static let lostAccess = Rule(
        "RED015", "lost-access", .medium,
        page: RulePage(
            summary: "The change takes access from somebody who stays.",
            why: """
                What runs under it stops at its next request. The finding shows a request that is refused from now on, so that it \
                can be looked up in the trail before the change is applied.
                """,
            avoid: #"Resource: ["obs:*:*:object:logs/*"]  ->  Resource: ["obs:*:*:object:logs/app/*"]"#),
        check: .change(inspect))
}

private func inspect(_ before: LintedAccount, _ after: LintedAccount, _ report: inout Report) {
    for change in after.change(since: before).effective where change.direction == .lost {
        var change = change
        if !change.principals.isEmpty {
            // Whoever is gone or disabled was meant to lose it.
            change.principals.removeAll { !after.access.has($0) || after.access.isDisabled($0) }
            if change.principals.isEmpty { continue }
        }
        let reason =
            change.refusal.map { "\($0.statement.title) of \($0.source.title) denies it" }
            ?? "nothing allows it any more"
        report.find(
            "\(change.subject) may no longer do \(change.witness.title)",
            at: after.place(of: change, since: before),
            notes: [
                (reason, nil), ("\(change.source.title), \(change.statement.title), allowed it", nil),
            ],
            help: "look in the trail whether it is used", severity: change.danger == .read ? .low : nil)
    }
}
