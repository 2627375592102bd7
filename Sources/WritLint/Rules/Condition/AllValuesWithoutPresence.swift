internal import WritDiagnostics
internal import WritManifest
internal import WritModel
internal import WritPolicy

extension Rule {
    /// `ForAllValues` in an Allow that is met by a request without the key.
    static let allValuesWithoutPresence = Rule(
        "CND007", "all-values-without-presence", .high, dialects: [.aws, .huawei, .volcengine],
        page: RulePage(
            summary: "`ForAllValues` in an Allow is true for a request that does not have the key.",
            why: """
                Every value of an empty set is whatever one likes. Whoever leaves the key out, tags for example, is let in \
                without any check.
                """,
            avoid: #"""
                Effect: Allow
                Condition: {"ForAllValues:StringEquals": {"g:TagKeys": ["team"]}}
                """#,
            prefer: #"""
                Effect: Allow
                Condition:
                  "ForAllValues:StringEquals": {"g:TagKeys": ["team"]}
                  Null: {"g:TagKeys": ["false"]}
                """#,
            fixSafety: "Unsafe: requests without the key are allowed no more.",
            references: ["AWS Access Analyzer: allow with ForAllValues", "iam-policy-validator"]),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    guard let reading = statement.reading, reading.effect == .allow else { return }
    for condition in statement.conditions {
        guard condition.meaning.operator.qualifier == .allValues, !condition.meaning.operator.ifExists,
            policy.requests(meeting: reading.conditions, without: condition.meaning).verdict == true
        else { continue }
        report.find(
            "`\(condition.meaning.operatorName)` is true for a request without `\(condition.meaning.keyName)`",
            at: condition.operatorPath, of: policy, key: true, label: "true for no value at all",
            help: "add `Null` with `\(condition.meaning.keyName)`: `false`",
            fix: condition.demandingPresence().map {
                Fix("demand that the key is there", .unsafe, .document($0, of: policy.id))
            })
    }
}
