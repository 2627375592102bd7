internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// `*` or `?` where it is a character.
    static let wildcardInPlainValue = Rule(
        "CND004", "wildcard-in-plain-value", .medium, dialects: [.aws, .huawei, .jd],
        page: RulePage(
            summary: "A value holds `*` or `?` under an operator that takes them as characters.",
            why: """
                `StringEquals` with `prod-*` is true for the text `prod-*` alone. An Allow gives nothing, a Deny lets everything \
                pass.
                """,
            avoid: #"Condition: {StringEquals: {"g:UserName": ["prod-*"]}}"#,
            prefer: #"Condition: {StringMatch: {"g:UserName": ["prod-*"]}}"#,
            fixSafety: "Unsafe: the condition is true for more than before.",
            references: ["AWS Access Analyzer: wildcard without like operator"]),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    for condition in statement.conditions {
        guard case .text(let caseless) = condition.meaning.operator.test,
            let value = condition.values.first(where: { hasWildcard($0, policy.dialect) })
        else { continue }
        var name = condition.name
        name.base = policy.dialect.likeOperator(isNegated: condition.meaning.operator.isNegated)
        // JD documents no operator for patterns, and none takes patterns without case.
        let hasOperator = policy.dialect != .jd && !caseless
        report.find(
            "`\(value.text)` is no pattern: `\(condition.meaning.operatorName)` takes `*` and `?` as characters",
            at: value.path, of: policy, label: "a text, not a pattern",
            help: hasOperator ? "use `\(name.text)`" : "list the values",
            fix: !hasOperator
                ? nil
                : condition.moving(to: name.text).map {
                    Fix("use `\(name.text)`", .unsafe, .document($0, of: policy.id))
                })
    }
}

/// Whether a wildcard stands in the text itself and not as `${*}`. The `?` of a web address is none.
private func hasWildcard(_ value: WrittenCondition.Value, _ dialect: Dialect) -> Bool {
    guard value.text.contains(where: { $0 == "*" || $0 == "?" }) else { return false }
    let plain = value.text.split(separator: "${*}", omittingEmptySubsequences: false).joined()
        .split(separator: "${?}", omittingEmptySubsequences: false).joined()
    return plain.contains("*") || (dialect != .jd && plain.contains("?") && !isWebAddress(plain))
}

private func isWebAddress(_ text: String) -> Bool {
    text.lowercased().hasPrefix("https://") || text.lowercased().hasPrefix("http://")
}

extension Dialect {
    /// The operator of patterns.
    func likeOperator(isNegated: Bool) -> String {
        "String" + (isNegated ? "Not" : "") + (self == .huawei ? "Match" : "Like")
    }
}
