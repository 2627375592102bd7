internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// A Deny of everything that is not listed, which a request without any value escapes.
    static let anyValueInDeny = Rule(
        "CND009", "any-value-in-deny", .medium, dialects: [.aws, .huawei, .volcengine],
        page: RulePage(
            summary:
                "A Deny of all values that are not listed, with `ForAnyValue`, does not reach a request without the key.",
            why: """
                No value, no value that is not listed: whoever leaves the key out is not denied. A Deny that lists what is \
                forbidden is not reported, since there no value is nothing forbidden.
                """,
            avoid: #"""
                Effect: Deny
                Condition: {"ForAnyValue:StringNotEquals": {"g:TagKeys": ["team", "cost"]}}
                """#,
            prefer: #"""
                # beside it
                Effect: Deny
                Condition: {Null: {"g:TagKeys": ["true"]}}
                """#,
            references: ["iam-policy-validator"]),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    guard let reading = statement.reading, reading.effect == .deny else { return }
    for condition in statement.conditions {
        let test = condition.meaning.operator
        guard test.qualifier == .anyValue, test.isNegated, !test.ifExists,
            !condition.isSaidToBePresent(in: reading), policy.escapes(reading, without: condition.meaning)
        else { continue }
        report.find(
            "the Deny does not reach a request without `\(condition.meaning.keyName)`",
            at: condition.operatorPath, of: policy, key: true, label: "false for no value at all",
            help: "add a Deny of the same with `Null` and `\(condition.meaning.keyName)`: `true`")
    }
}

extension WrittenCondition {
    /// Whether the statement says by `Null` what holds where the key is absent.
    func isSaidToBePresent(in statement: Statement) -> Bool {
        statement.conditions.contains { $0.key == meaning.key && $0.operator.test == .absence }
    }
}
