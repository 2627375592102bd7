internal import WritDiagnostics
internal import WritManifest
internal import WritModel
internal import WritPolicy

extension Rule {
    /// Two statements that are one.
    static let splitStatement = Rule(
        "RED008", "split-statement", .low,
        page: RulePage(
            summary: "Two statements about one service differ in their actions alone and could be one.",
            why:
                "A reader has to compare resources and conditions to see that they are the same, and a change of one is easily forgotten in the other.",
            avoid: #"""
                - {Effect: Allow, Action: ["ecs:servers:get"]}
                - {Effect: Allow, Action: ["ecs:servers:list"]}
                """#,
            prefer: #"- {Effect: Allow, Action: ["ecs:servers:get", "ecs:servers:list"]}"#,
            fixSafety:
                "Safe: puts the actions of the later statement into the earlier one. Statements with names of their own are not merged.",
            references: ["AWS Access Analyzer suggestions"]),
        check: .policy(inspect))
}

private func inspect(_ policy: LintedPolicy, _ report: inout Report) {
    guard policy.statements.count > 1, policy.reading.unreadableCount == 0 else { return }
    var firsts: [MergeableStatement] = []
    // Beside them, so that the look that nearly always fails touches numbers alone.
    var bits: [UInt64] = []
    for statement in policy.statements {
        guard let own = MergeableStatement(statement), let actions = statement.element("Action") else {
            continue
        }
        // A statement for each service is a way of writing.
        let limitBits = own.limitBits
        let place = bits.indices.first { place in
            bits[place] == limitBits && firsts[place].differsInActionsAlone(from: own)
                && firsts[place].sharesService(with: own)
        }
        guard let place else {
            firsts.append(own)
            bits.append(limitBits)
            continue
        }
        let first = firsts[place]
        guard let into = first.statement.element("Action"),
            first.statement.reading?.sid == nil || statement.reading?.sid == nil,
            actions.texts.count + into.texts.count <= mostActions
        else { continue }
        let title = first.statement.title
        report.find(
            "the statement differs from \(title) in its actions alone", at: actions.path, of: policy,
            notes: [("they would go in here", .value(into.path, of: policy.id))], help: "make them one",
            fix: Fix(
                "put its actions into \(title)", .safe,
                .document([merged(into, actions), .remove(statement.path)], of: policy.id)))
    }
}

private func merged(_ into: LintedElement, _ actions: LintedElement) -> DocumentEdit {
    let texts = into.texts.map(\.text)
    let more = actions.texts.map(\.text).filter { !texts.contains($0) }
    if into.value.array != nil, more.count == 1, let only = more.first {
        return .append(into.path, .string(only))
    }
    return .set(into.path, .array((texts + more).map(JSONValue.string)))
}

/// The vendor with the shortest lists takes this many actions in a statement.
private let mostActions = 100
