internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// Conditions that no request meets.
    static let unsatisfiableCondition = Rule(
        "CND013", "unsatisfiable-condition", .high,
        page: RulePage(
            summary: "No request can meet the conditions of a statement, proved by the comparison.",
            why: "The statement is dead. A Deny that seems to guard something guards nothing.",
            avoid: #"""
                Condition:
                  NumberLessThan: {"g:MFAAge": ["5"]}
                  NumberGreaterThan: {"g:MFAAge": ["9"]}
                """#,
            prefer: #"Condition: {NumberLessThan: {"g:MFAAge": ["900"]}}"#),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    guard let reading = statement.reading, mayContradict(reading.conditions) else { return }
    let all = reading.conditions
    guard policy.requests(of: reading, meeting: all).verdict == false,
        policy.requests(of: reading, meeting: []).verdict == true
    else { return }
    let written = statement.conditions
    guard written.count == all.count else { return }
    // Each condition without which a request would be left belongs to the contradiction.
    let guilty = written.indices.filter { place in
        var rest = all
        rest.remove(at: place)
        return policy.requests(of: reading, meeting: rest).verdict == true
    }
    guard let last = guilty.last else {
        guard let path = written.first?.all.path else { return }
        return report.find(
            "no request meets the conditions", at: path, of: policy, key: true, label: "never true",
            help: "take the statement out, or say what was meant")
    }
    let condition = written[last]
    report.find(
        guilty.count == 1
            ? "no request meets the condition on `\(condition.meaning.keyName)`"
            : "no request meets this condition on `\(condition.meaning.keyName)` and the others",
        at: condition.path,
        of: policy, key: true, label: "never true here",
        notes: guilty.dropLast().map { ("it contradicts this one", .key(written[$0].path, of: policy.id)) },
        help: "take the statement out, or say what was meant")
}

/// Whether it is worth to ask: keys that stand twice, conditions that negate or list nothing, and keys that follow from the action.
/// A value that cannot be read is a finding by itself.
private func mayContradict(_ conditions: [Condition]) -> Bool {
    if conditions.isEmpty || conditions.contains(where: \.hasUnreadableValue) { return false }
    return Set(conditions.map(\.key)).count < conditions.count
        || conditions.contains { $0.operator.isNegated || $0.values.isEmpty || $0.key == "g:servicename" }
}
