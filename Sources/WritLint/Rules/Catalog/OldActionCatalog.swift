internal import WritDiagnostics
internal import WritModel

extension Rule {
    /// A catalogue of actions that is older than wanted.
    static let oldActionCatalog = Rule(
        "CAT010", "old-action-catalog", .info,
        options: [
            RuleOption("days", .integer(365), "The age in days from which on it is said.", range: 1...36500)
        ],
        page: RulePage(
            summary: "The catalogue of actions that this version of Writ has is old.",
            why: """
                Vendors add actions every week. The older the catalogue, the more of what `CAT001` to `CAT009` report is only newer \
                than it: that is why what they do not know is never an error, and why nothing of it is mended by itself.
                """,
            avoid: "# a version of Writ of three years ago",
            prefer: "# a newer version of Writ"),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    let source = account.dialect.catalogSource
    guard let start = Instant(day: source.day) else { return }
    let days = (account.asOf.epochSeconds - start.epochSeconds) / 86_400
    guard days > Int64(report.integer("days")) else { return }
    report.find(
        "the catalogue of actions is of \(source.day), \(days) days old", at: .target,
        notes: [("it covers \(source.coverage)", nil)], help: "take a newer version of Writ")
}
