internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// A way to administration that was not there before the change.
    static let newEscalationPath = Rule(
        "ESC015", "new-escalation-path", .critical,
        page: RulePage(
            summary: "The change makes an administrator of somebody, or opens a way to become one.",
            why: """
                Ways that are known can be waived where they stand. This finding is about the change alone: whoever approves it \
                hands out the whole account, and the notes show how.
                """,
            avoid: #"Action: ["iam:users:get*"]  ->  Action: ["iam:*:*"]"#,
            references: ["PMapper", "AWS Access Analyzer CheckNoNewAccess"]),
        check: .change(inspect))
}

private func inspect(_ before: LintedAccount, _ after: LintedAccount, _ report: inout Report) {
    for opened in after.newEscalations(since: before) where opened.refusal == nil {
        let change = opened.change
        let isAdministrator = change.path.steps.isEmpty
        report.find(
            change.path.message(of: change.principals, "can now"), at: after.place(of: opened, since: before),
            notes: after.notes(of: change.path) + others(change),
            help: isAdministrator
                ? "grant what is needed instead, unless an administrator is what is meant"
                : "cut one of the steps",
            severity: change.path.severity == .high ? .high : nil)
    }
}

private func others(_ change: EscalationChange) -> [(message: String, place: Place?)] {
    change.others.isEmpty
        ? [] : [("also by " + change.others.map { "`\($0)`" }.joined(separator: ", "), nil)]
}
