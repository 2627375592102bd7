internal import WritDiagnostics
internal import WritManifest
internal import WritModel
internal import WritPolicy

extension Rule {
    /// A qualifier for sets on a key of one value.
    static let qualifierOnSingleValue = Rule(
        "CND008", "qualifier-on-single-value", .medium, dialects: [.aws, .huawei, .volcengine],
        page: RulePage(
            summary: "`ForAnyValue` or `ForAllValues` is used on a key that has one value.",
            why: """
                `ForAllValues` then says only one thing more: that a request without the key passes. A reader takes it for a \
                check.
                """,
            avoid: #"Condition: {"ForAllValues:StringEquals": {"g:UserName": ["anna"]}}"#,
            prefer: #"Condition: {StringEquals: {"g:UserName": ["anna"]}}"#,
            fixSafety:
                "Safe for `ForAnyValue` with an operator that does not negate: it means the same. Else unsafe: what happens without the key changes.",
            references: [
                "parliament SINGLE_VALUE_CONDITION_TOO_PERMISSIVE",
                "AWS Access Analyzer: qualifier on a single value",
            ]),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    for condition in statement.conditions {
        guard let qualifier = condition.meaning.operator.qualifier,
            let known = condition.meaning.confirmedKey(policy.dialect), !known.traits.contains(.several)
        else { continue }
        var name = condition.name
        name.qualifier = ""
        let isSame = qualifier == .anyValue && !condition.meaning.operator.isNegated
        report.find(
            "`\(condition.meaning.keyName)` has one value, and `\(qualifier.rawValue)` is about several",
            at: condition.operatorPath, of: policy, key: true, help: "write `\(name.text)`",
            fix: condition.moving(to: name.text).map {
                Fix("write `\(name.text)`", isSame ? .safe : .unsafe, .document($0, of: policy.id))
            })
    }
}
