internal import WritDiagnostics
internal import WritManifest
internal import WritModel
internal import WritPolicy

extension Rule {
    /// A value that another one of its list holds.
    static let coveredConditionValue = Rule(
        "CND020", "covered-condition-value", .low,
        page: RulePage(
            summary:
                "A value of a condition stands twice, or all that it matches another value of the list matches.",
            why: "It does nothing. Whoever takes it out believes that something changed.",
            avoid: #"Condition: {StringMatch: {"g:UserName": ["ops-*", "ops-anna"]}}"#,
            prefer: #"Condition: {StringMatch: {"g:UserName": ["ops-*"]}}"#,
            fixSafety: "Safe: takes the value out; proved by the comparison, or the same value stands there.",
            references: ["AWS Access Analyzer: redundant condition value"]),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    for condition in statement.conditions where condition.values.count > 1 {
        let values = condition.values
        let wide = values.indices.filter { values[$0].meaning.isWide(condition.meaning.operator.test) }
        var first: [ConditionValue: Int] = [:]
        for index in values.indices { first[values[index].meaning] = first[values[index].meaning] ?? index }
        for index in values.indices {
            let cover: Int?
            if let twin = first[values[index].meaning], twin != index {
                cover = twin
            } else {
                cover = wide.first { other in
                    other != index && covers(values[other], values[index], condition.meaning, policy)
                        && (other < index || !covers(values[index], values[other], condition.meaning, policy))
                }
            }
            guard let cover else { continue }
            report.find(
                "`\(values[cover].text)` holds `\(values[index].text)` already", at: values[index].path,
                of: policy, notes: [("it is held by this value", .value(values[cover].path, of: policy.id))],
                help: "take it out",
                fix: Fix("take it out", .safe, .document(condition.removing(values[index]), of: policy.id)))
        }
    }
}

/// Whether every text that one value matches the other one matches.
private func covers(
    _ wide: WrittenCondition.Value, _ narrow: WrittenCondition.Value, _ condition: Condition,
    _ policy: LintedPolicy
) -> Bool {
    switch (wide.meaning, narrow.meaning) {
    case (.pattern(let wide), .pattern(let narrow)):
        guard let wide = wide.constant, let narrow = narrow.constant else { return false }
        if narrow.isLiteral { return wide.matches(narrow.bytes) }
    case (.range(let wide), .range(let narrow)): return wide.contains(narrow)
    default: break
    }
    return policy.requests(
        meeting: [condition.plain([narrow.meaning])], butNot: [condition.plain([wide.meaning])]
    ).verdict == false
}

extension ConditionValue {
    /// Whether it can match several values.
    fileprivate func isWide(_ test: ConditionTest) -> Bool {
        switch (self, test) {
        case (.pattern(let pattern), _): pattern.constant.map { !$0.isLiteral } ?? false
        case (.range(let range), _): range.first != range.last
        case (.number, .number(let relation)), (.date, .date(let relation)): relation != .equal
        default: false
        }
    }
}
