internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// Access that a Deny refused before the change.
    static let openedAccess = Rule(
        "RED013", "opened-access", .high,
        page: RulePage(
            summary: "A Deny that the change removes, narrows or detaches refused what is allowed now.",
            why: """
                Somebody once forbade it on purpose. A change that takes lines out looks like less access, and this one gives more: \
                the finding shows a request that the Deny refused.
                """,
            avoid: #"- {Effect: Deny, Action: ["kms:*:*"]}  ->  (nothing)"#,
            references: ["IAM guardrail checks of AWS Organizations policies"]),
        check: .change(inspect))
}

private func inspect(_ before: LintedAccount, _ after: LintedAccount, _ report: inout Report) {
    for change in after.change(since: before).effective where change.direction == .gained {
        guard let refusal = change.refusal else { continue }
        let allowing = after.place(
            of: change.statement, in: change.source, action: change.actions.first ?? change.witness.action)
        report.find(
            "\(change.subject) may now do \(change.witness.title), which \(refusal.statement.title) of \(refusal.source.title) denied",
            at: after.place(of: refusal, of: change.holders, since: before)
                ?? after.place(of: change, since: before),
            notes: [("\(change.source.title), \(change.statement.title), allows it", allowing)],
            help: "keep the Deny, or take the Allow away first")
    }
}
