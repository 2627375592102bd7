internal import WritDiagnostics
internal import WritPolicy

extension Rule {
    /// An Allow by what it leaves out.
    static let allowNotAction = Rule(
        "SEC006", "allow-not-action", .high,
        page: RulePage(
            summary: "An Allow names the actions that it leaves out, and so allows all others.",
            why: """
                Every action that is not named is allowed, also those that come later. A Deny beside it would have to know them all.
                """,
            avoid: #"""
                Effect: Allow
                NotAction: ["iam:*:*"]
                """#,
            prefer: #"""
                Effect: Allow
                Action: ["ecs:*:get*", "ecs:*:list*"]
                """#,
            references: ["iam-policy-validator", "npkt", "Scout Suite"]),
        check: .statement(of: .excludes, inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    guard let reading = statement.reading, reading.effect == .allow, !reading.actions.excluded.isEmpty,
        let element = statement.element("NotAction")
    else { return }
    // Volcengine subtracts from what stands beside it, which may be narrow enough.
    if let included = reading.actions.included,
        !included.contains(where: { $0.glob.coversEveryAction(policy.dialect) })
    {
        return
    }
    report.find(
        "the statement allows every action but those in `\(element.name)`", at: element.path, of: policy,
        key: true, label: "everything else is allowed", help: "list what is allowed in `Action`")
}
