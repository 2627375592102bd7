internal import WritDiagnostics

extension Rule {
    /// A statement with more actions than anybody reads.
    static let longStatement = Rule(
        "HYG006", "long-statement", .low,
        options: [
            RuleOption(
                "mostActions", .integer(50), "How many actions a statement may list.", range: 1...10_000)
        ],
        page: RulePage(
            summary: "A statement lists more actions than the project allows.",
            why: """
                Nobody reads 180 actions in a review, and one that is too many hides well among them. By service each statement \
                can be judged, and get the resources and conditions that fit it.
                """,
            avoid: "A statement of 180 actions of 12 services.",
            prefer: "A statement for each service."),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    let most = report.integer("mostActions")
    for element in statement.actionElements {
        let texts = element.texts
        guard texts.count > most else { continue }
        let services = Set(texts.map { $0.text.prefix { $0 != ":" }.lowercased() })
        report.find(
            "`\(element.name)` lists \(texts.count) actions, more than \(most)", at: element.path, of: policy,
            key: true,
            help: services.count > 1
                ? "split the statement by service: these are \(services.count)"
                : "split the statement by what it is for, or name the actions by a pattern")
    }
}
