internal import WritDiagnostics
internal import WritManifest
internal import WritModel
internal import WritPolicy

extension Rule {
    /// A condition that every request meets.
    static let alwaysTrueCondition = Rule(
        "CND014", "always-true-condition", .low,
        page: RulePage(
            summary:
                "Every request meets a condition, proved by the comparison, or every address lies in its range.",
            why: "It limits nothing. A reader takes the statement for narrower than it is.",
            avoid: #"Condition: {StringMatchIfExists: {"g:UserName": ["*"]}}"#,
            fixSafety:
                "Safe where it is proved: without it the statement says the same. Unsafe for a range of all addresses: requests without the key, or of the other family, come in.",
            references: ["Prowler: policies open to 0.0.0.0/0"]),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    for condition in statement.conditions where mayBeTrue(condition.meaning, policy.dialect) {
        if condition.meaning.hasUnreadableValue { continue }
        if policy.requests(meeting: [], butNot: [condition.meaning]).verdict == false
            || isTrueOfEveryValue(condition.meaning, policy)
        {
            report.find(
                "every request meets the condition on `\(condition.meaning.keyName)`", at: condition.path,
                of: policy, key: true, label: "always true", help: "take it out",
                fix: Fix("take it out", .safe, .document(condition.removing(), of: policy.id)))
        } else if !condition.meaning.operator.isNegated,
            let value = condition.values.first(where: { $0.meaning.isEveryAddress })
        {
            report.find(
                "every address lies in `\(value.text)`", at: value.path, of: policy, label: "limits nothing",
                help: "list the networks that are meant, or take the condition out",
                fix: Fix(
                    "take the condition out", .unsafe, .document(condition.removing(), of: policy.id)))
        }
    }
}

/// Whether it is worth to ask: what an absent key meets or what is known to be there, with values that hold more than some.
private func mayBeTrue(_ condition: Condition, _ dialect: Dialect) -> Bool {
    guard condition.isWide else { return false }
    return condition.operator.ifExists || condition.operator.qualifier == .allValues
        || condition.operator.test == .absence || condition.operator.test == .address
        || dialect.knownKey(condition.key)?.traits.contains(.always) == true
}

/// Whether a request would have to leave a key out that every request has.
private func isTrueOfEveryValue(_ condition: Condition, _ policy: LintedPolicy) -> Bool {
    guard policy.dialect.knownKey(condition.key)?.traits.contains(.always) == true else { return false }
    return policy.requests(meeting: [condition.presence(isAbsent: false)], butNot: [condition]).verdict
        == false
}

extension Condition {
    /// Whether its values may hold everything.
    fileprivate var isWide: Bool {
        if self.operator.isNegated { return values.isEmpty }
        switch self.operator.test {
        case .boolean, .absence: return values.count > 1
        case .address: return values.contains(where: \.isEveryAddress)
        case .text, .glob, .prefix, .suffix: return values.contains(where: \.hasWildcard)
        case .number, .date, .unknown: return false
        }
    }
}

extension ConditionValue {
    fileprivate var hasWildcard: Bool {
        if case .pattern(let pattern) = self { pattern.constant?.isLiteral == false } else { false }
    }

    fileprivate var isEveryAddress: Bool {
        guard case .range(let range) = self else { return false }
        return range.first == 0 && range.last == (range.isVersion6 ? .max : 0xFFFF_FFFF)
    }
}
