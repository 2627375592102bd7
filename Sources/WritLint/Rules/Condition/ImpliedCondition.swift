internal import WritDiagnostics
internal import WritManifest
internal import WritPolicy

extension Rule {
    /// A condition that another one on the same key holds already.
    static let impliedCondition = Rule(
        "CND024", "implied-condition", .low,
        page: RulePage(
            summary: "A condition is met whenever another one on the same key is, proved by the comparison.",
            why: "It does nothing. Whoever changes it believes that something changed.",
            avoid: #"""
                Condition:
                  StringEquals: {"g:UserName": ["anna"]}
                  StringMatch: {"g:UserName": ["a*"]}
                """#,
            prefer: #"Condition: {StringEquals: {"g:UserName": ["anna"]}}"#,
            fixSafety: "Safe: takes the condition out; the statement says the same without it."),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    guard let reading = statement.reading, Set(reading.conditions.map(\.key)).count < reading.conditions.count
    else { return }
    var left = statement.conditions
    for condition in left.reversed() {
        let others = left.filter { $0.meaning.key == condition.meaning.key && $0.path != condition.path }
        guard !others.isEmpty, !others.contains(where: { $0.meaning.hasUnreadableValue }) else { continue }
        let rest = others.map(\.meaning)
        guard policy.requests(meeting: rest, butNot: [condition.meaning]).verdict == false,
            // What contradicts itself, or is always true, is a finding by itself.
            policy.requests(meeting: rest).verdict == true,
            policy.requests(meeting: [], butNot: [condition.meaning]).verdict != false
        else { continue }
        left.removeAll { $0.path == condition.path }
        report.find(
            "the condition is met whenever the other one on `\(condition.meaning.keyName)` is",
            at: condition.path, of: policy, key: true,
            notes: others.map { ("this one", .key($0.path, of: policy.id)) }, help: "take it out",
            fix: Fix("take it out", .safe, .document(condition.removing(), of: policy.id)))
    }
}
