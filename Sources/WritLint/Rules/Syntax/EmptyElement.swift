internal import WritDiagnostics
internal import WritManifest
internal import WritModel
internal import WritPolicy

extension Rule {
    /// A list, an object or a text without anything in it.
    static let emptyElement = Rule(
        "SYN014", "empty-element", .low,
        page: RulePage(
            summary: "A list, an object or a text of a statement is empty.",
            why: """
                An empty list of actions allows nothing, an empty condition limits nothing: both look like something that \
                somebody meant to fill in.
                """,
            avoid: "{Effect: Allow, Action: [\"ecs:servers:get\"], Condition: {}}",
            prefer: "{Effect: Allow, Action: [\"ecs:servers:get\"]}",
            fixSafety: "Safe: takes out a condition or an operator that says nothing.",
            references: ["AWS IAM Access Analyzer: Empty array action, Empty object condition and others"]),
        diagnostics: ["policy.empty"],
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    let facts = statement.facts
    if facts.actions.union(facts.resources).union(facts.principals).contains(.blank) {
        inspectLists(statement, policy, &report)
    }
    if facts[.condition].contains(.blank) { inspectCondition(statement, policy, &report) }
}

private func inspectLists(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    // An object where a list is due is another rule's.
    let lists = statement.listElements.filter { $0.value.members == nil }
    for element in lists + statement.principalElements {
        inspect(element.value, element.name, at: element.path, policy, &report)
    }
}

private func inspectCondition(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    guard let condition = statement.element(.condition) else { return }
    let operators = condition.members
    if condition.value.isEmpty || (!operators.isEmpty && operators.allSatisfy(\.value.isEmpty)) {
        return report.find(
            "`\(condition.name)` is empty", at: condition.path, of: policy, key: true, help: "take it out",
            fix: removal(of: condition, policy))
    }
    for test in operators {
        if test.value.isEmpty {
            report.find(
                "`\(test.name)` is empty", at: test.path, of: policy, key: true, help: "take it out",
                fix: removal(of: test, policy))
        }
        for key in test.members where key.value == .array([]) {
            report.find(
                "`\(key.name)` is compared with no value", at: key.path, of: policy,
                help: "list the values, or take the key out")
        }
    }
}

/// Empty lists, objects and texts, at any depth.
private func inspect(
    _ value: JSONValue, _ name: String, at path: ElementPath, _ policy: LintedPolicy, _ report: inout Report
) {
    if value.isEmpty {
        return report.find(
            path.steps.last == .member(name) ? "`\(name)` is empty" : "an item of `\(name)` is empty",
            at: path, of: policy, help: "write what it has to hold, or take the statement out")
    }
    for (index, item) in (value.array ?? []).enumerated() {
        inspect(item, name, at: path.item(index), policy, &report)
    }
    for member in value.members ?? [] {
        inspect(member.value, member.name, at: path.member(member.name), policy, &report)
    }
}

private func removal(of element: LintedElement, _ policy: LintedPolicy) -> Fix {
    Fix("take `\(element.name)` out", .safe, .document([.remove(element.path)], of: policy.id))
}

extension JSONValue {
    fileprivate var isEmpty: Bool {
        switch self {
        case .array(let items): items.isEmpty
        case .object(let members): members.isEmpty
        case .string(let text): text.allSatisfy(\.isWhitespace)
        case .null, .boolean, .number: false
        }
    }
}
