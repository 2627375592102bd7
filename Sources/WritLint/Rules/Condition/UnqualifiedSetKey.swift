internal import WritDiagnostics
internal import WritManifest
internal import WritModel
internal import WritPolicy

extension Rule {
    /// A key of several values without a qualifier.
    static let unqualifiedSetKey = Rule(
        "CND023", "unqualified-set-key", .medium, dialects: [.aws, .huawei],
        page: RulePage(
            summary: "A key that has several values is compared without `ForAnyValue` or `ForAllValues`.",
            why: """
                The vendors want a qualifier there and do not say what holds without one: whether one value has to match or all \
                of them.
                """,
            avoid: #"Condition: {StringEquals: {"g:TagKeys": ["team"]}}"#,
            prefer: #"Condition: {"ForAnyValue:StringEquals": {"g:TagKeys": ["team"]}}"#,
            fixSafety: "Unsafe: one of two things that could be meant.",
            references: ["AWS Access Analyzer: missing qualifier"]),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    for condition in statement.conditions {
        guard condition.meaning.operator.qualifier == nil, condition.meaning.operator.test != .absence,
            let known = policy.dialect.knownKey(condition.meaning.key), known.traits.contains(.several)
        else { continue }
        let name = "ForAnyValue:" + condition.name.text
        report.find(
            "`\(condition.meaning.keyName)` has several values, and `\(condition.meaning.operatorName)` is about one",
            at: condition.operatorPath, of: policy, key: true,
            help: "write `ForAnyValue:` or `ForAllValues:` before it",
            fix: condition.moving(to: name).map {
                Fix("write `\(name)`", .unsafe, .document($0, of: policy.id))
            })
    }
}
