internal import WritDiagnostics
internal import WritPolicy

extension Rule {
    /// Every action on every resource without a condition.
    static let fullAdmin = Rule(
        "SEC001", "full-admin", .critical,
        page: RulePage(
            summary: "A statement allows every action on every resource, without a condition.",
            why: """
                Whoever holds the policy can do everything the account can do, its own permissions included. One leaked key is \
                the whole account.
                """,
            avoid: #"""
                Effect: Allow
                Action: ["*:*:*"]
                """#,
            prefer: #"""
                Effect: Allow
                Action: ["ecs:*:get*", "ecs:*:list*"]
                """#,
            references: ["CIS Huawei Cloud Foundations 1.1", "Checkov CKV_AWS_1, CKV_AWS_62, CKV_AWS_63"]),
        check: .statement(of: [.everyAction, .excludes], inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    guard statement.isPlainAllow, policy.kind == .identity, let reading = statement.reading,
        reading.resources.isEverything
    else { return }
    let all = reading.actions.included?.first { $0.glob.coversEveryAction(policy.dialect) }
    if reading.actions.excluded.isEmpty {
        guard let all else { return }
        return report.find(
            "the statement allows every action on every resource", at: all.path, of: policy,
            label: "matches every action", help: "list the actions that are needed")
    }
    // What one statement leaves out another may give.
    guard all != nil || reading.actions.included == nil, let element = statement.element("NotAction"),
        policy.reading.statements.count > 1,
        gained(old: policy.set, new: policy.dialect.allowing(["*"], on: [])).verdict == false
    else { return }
    report.find(
        "the document allows every action on every resource", at: element.path, of: policy, key: true,
        label: "other statements allow what this leaves out", help: "list the actions that are needed")
}
