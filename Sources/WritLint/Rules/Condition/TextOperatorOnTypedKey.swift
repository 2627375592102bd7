internal import WritDiagnostics
internal import WritManifest
internal import WritModel
internal import WritPolicy

extension Rule {
    /// A text operator on a key that has an operator of its own.
    static let textOperatorOnTypedKey = Rule(
        "CND003", "text-operator-on-typed-key", .low, dialects: [.aws, .huawei],
        page: RulePage(
            summary:
                "A text operator is used on a key of resource names, numbers, booleans, times or addresses.",
            why: """
                It compares letters. `010` and `10`, `True` and `true`, or an address and its range are different texts, so that \
                the condition is false where its author thinks it true.
                """,
            avoid: #"Condition: {StringEquals: {"g:MFAPresent": ["true"]}}"#,
            prefer: #"Condition: {Bool: {"g:MFAPresent": ["true"]}}"#,
            fixSafety:
                "Safe for a boolean, and for resource names without wildcards: the same values match. Unsafe for others.",
            references: ["parliament MISMATCHED_TYPE_BUT_USABLE"]),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    for condition in statement.conditions {
        guard let known = condition.meaning.confirmedKey(policy.dialect), known.type != .text,
            condition.name.base.lowercased().hasPrefix("string")
        else { continue }
        var name = condition.name
        guard let base = ownOperator(condition, known.type, policy.dialect) else { continue }
        name.base = base
        let isSame = isSameTest(condition, known.type)
        report.find(
            "`\(condition.meaning.operatorName)` compares `\(condition.meaning.keyName)`, \(known.type.rawValue), as a text",
            at: condition.operatorPath, of: policy, key: true, help: "use `\(name.text)`",
            fix: condition.moving(to: name.text).map {
                Fix("use `\(name.text)`", isSame ? .safe : .unsafe, .document($0, of: policy.id))
            })
    }
}

/// The operator of the key's type, as the vendor calls it; `nil` where it has none.
private func ownOperator(
    _ condition: WrittenCondition, _ type: KnownKey.ValueType, _ dialect: Dialect
) -> String? {
    guard let name = typedOperator(condition, type) else { return nil }
    return dialect.operatorNames.contains(name) ? name : dialect.ownName(ofOperator: name)
}

private func typedOperator(_ condition: WrittenCondition, _ type: KnownKey.ValueType) -> String? {
    let isNegated = condition.meaning.operator.isNegated
    let isGlob = if case .glob = condition.meaning.operator.test { true } else { false }
    switch type {
    case .text: return nil
    case .resourceName: return "Arn" + (isNegated ? "Not" : "") + (isGlob ? "Like" : "Equals")
    case .number: return isNegated ? "NumericNotEquals" : "NumericEquals"
    case .boolean: return isNegated ? nil : "Bool"
    case .address: return isNegated ? "NotIpAddress" : "IpAddress"
    case .date: return isNegated ? "DateNotEquals" : "DateEquals"
    }
}

/// Whether the key's own operator takes the same values of requests.
private func isSameTest(_ condition: WrittenCondition, _ type: KnownKey.ValueType) -> Bool {
    guard case .text(caseless: false) = condition.meaning.operator.test else { return false }
    let texts = condition.values.map(\.text)
    switch type {
    case .boolean: return texts.allSatisfy { $0 == "true" || $0 == "false" }
    case .resourceName: return !texts.contains { $0.contains { "*?$".contains($0) } }
    case .text, .number, .date, .address: return false
    }
}
