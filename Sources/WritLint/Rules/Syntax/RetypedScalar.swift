internal import WritDiagnostics
internal import WritManifest
internal import WritModel
internal import WritPolicy

extension Rule {
    /// A number or a truth value where a text is due.
    static let retypedScalar = Rule(
        "SYN016", "retyped-scalar", .error,
        page: RulePage(
            summary: "A number or a truth value stands where a text is due.",
            why: """
                Without quotes YAML reads `5.0`, `on`, `0123` and `2024-01-01` as something else than a text, each tool in its \
                own way: the account `0123` becomes the number 83, the version 5.0 the number 5.
                """,
            avoid: "Version: 5",
            prefer: "Version: \"5.0\"",
            fixSafety: "Safe: puts what is written between quotes.",
            references: ["AWS IAM Access Analyzer: Data type mismatch", "YAML 1.1 and 1.2, core schemas"]),
        diagnostics: ["type.quote-it"],
        check: .policy(inspect))
}

private func inspect(_ policy: LintedPolicy, _ report: inout Report) {
    if let version = policy.element("Version") { inspect(version, policy, &report) }
    for statement in policy.statements where statement.facts.outsideCondition.contains(.other) {
        for element in statement.elements where StatementElement(named: element.name) != .condition {
            inspect(element, policy, &report)
        }
    }
}

private func inspect(_ element: LintedElement, _ policy: LintedPolicy, _ report: inout Report) {
    for (value, path) in element.value.scalars(at: element.path) where value.string == nil {
        let text = value.compactText
        report.find(
            "`\(text)` is not a text", at: path, of: policy, help: "write `\"\(text)\"`",
            fix: Fix("put it between quotes", .safe, .document([.set(path, .string(text))], of: policy.id)))
    }
}
