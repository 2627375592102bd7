internal import WritDiagnostics
internal import WritManifest
internal import WritModel

extension Rule {
    /// A text where a list is the habit.
    static let scalarForList = Rule(
        "HYG005", "scalar-for-list", .info,
        options: [
            RuleOption("allowed", .texts(["*"]), "Texts that may stand without a list.")
        ],
        page: RulePage(
            summary: "Actions or resources are one text and not a list of one.",
            why: """
                The second entry changes the line of the first. Huawei and Volcengine take lists alone, and a document that \
                goes there is written anew.
                """,
            avoid: "Action: \"s3:GetObject\"",
            prefer: "Action: [\"s3:GetObject\"]",
            fixSafety: "Safe: a text means a list of one."),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    let allowed = report.texts("allowed")
    for element in statement.listElements {
        guard let text = element.value.string, !allowed.contains(text) else { continue }
        report.find(
            "`\(element.name)` is a text and not a list", at: element.path, of: policy,
            help: "write `[\"\(text)\"]`",
            fix: Fix(
                "make it a list", .safe,
                .document([.set(element.path, .array([.string(text)]))], of: policy.id)))
    }
}
