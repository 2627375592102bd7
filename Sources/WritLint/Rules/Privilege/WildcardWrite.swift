internal import WritDiagnostics
internal import WritPolicy

extension Rule {
    /// A wildcard over actions that change something.
    static let wildcardWrite = Rule(
        "SEC003", "wildcard-write", .medium,
        page: RulePage(
            summary:
                "A wildcard takes in actions that change something, on every resource and without a condition.",
            why: """
                Nobody who reviews the policy sees which actions it gives, and those that the vendor adds later come in by themselves.
                """,
            avoid: #"""
                Effect: Allow
                Action: ["ecs:*:delete*"]
                """#,
            prefer: #"""
                Effect: Allow
                Action: ["ecs:cloudServers:delete", "ecs:cloudServers:deleteNics"]
                """#,
            references: ["iam-policy-validator", "Checkov CKV_AWS_111, CKV_AWS_290"]),
        check: .statement(of: .openWrite, inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    guard statement.isPlainAllow else { return }
    for pattern in statement.entries(.openWrite, in: policy) {
        report.find(
            "the wildcard in `\(pattern.text)` takes in actions that change something", at: pattern.path,
            of: policy, label: "also what is added later", help: "list the actions that are needed")
    }
}
