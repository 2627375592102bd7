internal import WritDiagnostics
internal import WritPolicy

extension Rule {
    /// `Null` with another value than `true` and `false`.
    static let invalidNullValue = Rule(
        "CND005", "invalid-null-value", .error,
        page: RulePage(
            summary: "`Null` has a value that is neither `true` nor `false`.",
            why: "The condition can never be true: the statement does nothing, or the vendor refuses it.",
            avoid: #"Condition: {Null: {"g:MFAPresent": ["no"]}}"#,
            prefer: #"Condition: {Null: {"g:MFAPresent": ["false"]}}"#,
            fixSafety: "Unsafe: writes the boolean that the word most likely meant.",
            references: ["parliament MISMATCHED_TYPE_OPERATION_TO_NULL"]),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    for condition in statement.conditions where condition.meaning.operator.test == .absence {
        for value in condition.values {
            guard case .unreadable = value.meaning else { continue }
            report.find(
                "`Null` takes `true` or `false`, and not `\(value.text)`", at: value.path, of: policy,
                help: "write `true` where the key has to be absent and `false` where it has to be there",
                fix: booleanFix(value, policy))
        }
    }
}
