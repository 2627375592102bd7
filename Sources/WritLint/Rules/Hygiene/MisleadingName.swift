internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// A policy whose name promises less than it allows.
    static let misleadingName = Rule(
        "HYG007", "misleading-name", .medium,
        options: [
            RuleOption(
                "readWords", .texts(["readonly", "readaccess", "viewonly", "viewer", "reader"]),
                "Words in a name, without separators, that promise that a policy only reads."),
            RuleOption(
                "denyWords", .texts(["deny", "denies", "denials", "forbid", "denyall"]),
                "Words of a name that promise that a policy allows nothing."),
            RuleOption(
                "readVerbs", .texts(readVerbs), "What the operation of an action that only reads starts with."
            ),
        ],
        page: RulePage(
            summary: "A policy whose name says that it only reads or only denies allows more.",
            why: """
                Whoever attaches a policy goes by its name. A `readonly` that deletes is given to auditors, and nobody looks at \
                it again.
                """,
            avoid: """
                metadata: {name: ops-readonly}
                Action: ["ecs:*:get*", "ecs:servers:delete"]
                """,
            prefer: """
                metadata: {name: ops-readonly}
                Action: ["ecs:*:get*"]
                """),
        check: .policy(inspect))
}

private func inspect(_ policy: LintedPolicy, _ report: inout Report) {
    guard policy.kind == .identity else { return }
    let name = shortName(policy)
    let words = nameWords(name)
    let allows = policy.statements.filter { $0.reading?.effect == .allow }
    if report.texts("denyWords").contains(where: { holds(words, $0) }) {
        for statement in allows {
            guard let effect = statement.element("Effect") else { continue }
            report.find(
                "the policy is called `\(name)` and allows something", at: effect.path, of: policy,
                label: "not a Deny", help: "rename the policy, or move the statement to another one")
        }
    } else if report.texts("readWords").contains(where: { holds(words, $0) }) {
        let verbs = report.texts("readVerbs")
        for statement in allows { inspect(statement, name, verbs, policy, &report) }
    }
}

private func inspect(
    _ statement: LintedStatement, _ name: String, _ verbs: [String], _ policy: LintedPolicy,
    _ report: inout Report
) {
    guard let reading = statement.reading else { return }
    let help = "rename the policy, or take the action out"
    guard let included = reading.actions.included else {
        if let negated = statement.element("NotAction") {
            report.find(
                "the policy is called `\(name)` and allows all but what is listed", at: negated.path,
                of: policy, key: true, help: help)
        }
        return
    }
    guard
        let action = included.first(where: { pattern in
            verb(of: pattern.text, among: verbs) == nil && !isRefused(pattern, verbs, policy)
        })
    else { return }
    report.find(
        "the policy is called `\(name)` and allows `\(action.text)`", at: action.path, of: policy,
        label: "does more than read", help: help)
}

/// Whether the document denies all of the entry, or of all actions those that do more than read.
private func isRefused(_ pattern: ActionPattern, _ verbs: [String], _ policy: LintedPolicy) -> Bool {
    policy.reading.statements.contains { statement in
        guard statement.effect == .deny, statement.conditions.isEmpty, statement.resources.isEverything else {
            return false
        }
        guard let included = statement.actions.included else {
            return statement.actions.excluded.allSatisfy { verb(of: $0.text, among: verbs) != nil }
        }
        return statement.actions.excluded.isEmpty
            && included.contains { $0.glob == pattern.glob || $0.glob.coversEveryAction(policy.dialect) }
    }
}

/// The object's name; of a file the last part of its path without what says its format.
private func shortName(_ policy: LintedPolicy) -> String {
    let path: String
    switch policy.id.holder {
    case .object: return policy.name
    case .file(let file), .item(let file, _): path = file
    }
    let last = path.split(separator: "/").last ?? ""
    return String(last.prefix { $0 != "." })
}

/// Whether some of the words that stand side by side are that one.
private func holds(_ words: [String], _ wanted: String) -> Bool {
    words.indices.contains { start in
        (start..<words.count).contains { words[start...$0].joined() == wanted }
    }
}
