internal import WritDiagnostics
internal import WritManifest
internal import WritPolicy

extension Rule {
    /// Both booleans for one key.
    static let severalBooleans = Rule(
        "CND021", "several-booleans", .error,
        page: RulePage(
            summary: "A condition lists both `true` and `false`.",
            why: """
                It is true for either, and says only that the key is there. Whoever wants one of the two has not got it.
                """,
            avoid: #"Condition: {Bool: {"g:MFAPresent": ["true", "false"]}}"#,
            prefer: #"Condition: {Bool: {"g:MFAPresent": ["true"]}}"#,
            fixSafety: "Unsafe: takes the condition out, so that requests without the key are meant too.",
            references: ["AWS Access Analyzer: multiple boolean values"]),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    for condition in statement.conditions {
        let test = condition.meaning.operator.test
        guard test == .boolean, condition.meaning.values.contains(.boolean(true)),
            condition.meaning.values.contains(.boolean(false))
        else { continue }
        report.find(
            "`\(condition.meaning.keyName)` may be `true` and may be `false`", at: condition.path, of: policy,
            help: "keep the one that is meant, or take the condition out",
            fix: Fix("take the condition out", .unsafe, .document(condition.removing(), of: policy.id)))
    }
}
