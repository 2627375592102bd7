internal import WritDiagnostics
internal import WritModel

extension Rule {
    /// A document that says nothing.
    static let missingStatement = Rule(
        "SYN003", "missing-statement", .error,
        page: RulePage(
            summary: "A document has no `Statement`, or an empty one.",
            why: "The vendor refuses it; a file that should have held limits holds none.",
            avoid: "{\"Version\": \"5.0\"}",
            prefer:
                "{\"Version\": \"5.0\", \"Statement\": [{\"Effect\": \"Deny\", \"Action\": [\"cts:*:*\"]}]}",
            references: [
                "AWS IAM Access Analyzer: Missing statement", "Huawei Cloud IAM errors IAM.1027, IAM.1028",
                "parliament MALFORMED",
            ]),
        diagnostics: ["policy.statement"],
        check: .policy(inspect))
}

private func inspect(_ policy: LintedPolicy, _ report: inout Report) {
    let statements: LintedElement
    switch policy.json {
    case .array(let items):
        guard items.isEmpty else { return }
        return report.find("the document is empty", at: ElementPath(), of: policy, help: help)
    case .object:
        guard let element = policy.element("Statement") else {
            return report.find("the document has no `Statement`", at: ElementPath(), of: policy, help: help)
        }
        statements = element
    case .null, .boolean, .number, .string: return
    }
    guard statements.value == .array([]) || statements.value == .object([]) else { return }
    report.find("`\(statements.name)` is empty", at: statements.path, of: policy, help: help)
}

private let help = "write a statement, or delete the document"
