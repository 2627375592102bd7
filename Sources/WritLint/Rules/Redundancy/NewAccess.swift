internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// Access that nobody had before the change.
    static let newAccess = Rule(
        "RED012", "new-access", .high,
        page: RulePage(
            summary: "The change lets somebody do what they could not do before.",
            why: """
                One character in a pattern can be a hundred operations. The finding shows a request that is allowed now and was not \
                before, proved by the comparison; it weighs less for access that only reads or only changes ordinary things.
                """,
            avoid: #"Action: ["ecs:*:get*"]  ->  Action: ["ecs:*:*"]"#,
            references: [
                "AWS Access Analyzer CheckNoNewAccess", "Huawei Cloud Access Analyzer: new access checks",
            ]),
        check: .change(inspect))
}

private func inspect(_ before: LintedAccount, _ after: LintedAccount, _ report: inout Report) {
    for change in after.change(since: before).effective
    where change.direction == .gained && change.refusal == nil {
        report.find(
            "\(change.subject) may now do \(change.witness.title)",
            at: after.place(of: change, since: before),
            notes: [("\(change.source.title), \(change.statement.title), allows it", nil)],
            help: "narrow it unless the access is meant", severity: change.severity)
    }
}
