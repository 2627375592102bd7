internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// A Deny that alone stood before a way to administration, and goes.
    static let droppedGuard = Rule(
        "ESC016", "dropped-guard", .high,
        page: RulePage(
            summary: "The change takes a Deny away that alone kept somebody from becoming an administrator.",
            why: """
                Everything else that the way needs is allowed already. The Deny was the guard, and lines that go look like less \
                access.
                """,
            avoid: #"- {Effect: Deny, Action: ["iam:agencies:pass"]}  ->  (nothing)"#),
        check: .change(inspect))
}

private func inspect(_ before: LintedAccount, _ after: LintedAccount, _ report: inout Report) {
    for opened in after.newEscalations(since: before) {
        guard let refusal = opened.refusal else { continue }
        let change = opened.change
        report.find(
            change.path.message(of: change.principals, "can now"), at: after.place(of: opened, since: before),
            label: "\(refusal.statement.title) of \(refusal.source.title) denied it",
            notes: after.notes(of: change.path), help: "keep the Deny, or take away what it stood before")
    }
}
