internal import WritDiagnostics
internal import WritModel
extension Rule {
    /// A statement allows changing the organization or its guardrails, on every resource and without a condition.
    static let organizationControl = Rule(
        "SEC019", "organization-control", .high, dialects: [.aws, .huawei, .volcengine],
        page: RulePage(
            summary:
                "A statement allows changing the organization or its guardrails, on every resource and without a condition.",
            why: """
                The guardrails bind even administrators. Who can detach them or leave the organization is bound by nothing.
                """,
            avoid: #"""
                Effect: Allow
                Action: ["organizations:policies:detach"]
                """#,
            prefer: #"""
                Effect: Allow
                Action: ["organizations:policies:list"]
                """#,
            references: []),
        check: .statement(of: .reaches(.organization), inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    report.find(
        .organization, "controls the organization and its guardrails", in: statement, policy,
        label: "controls guardrails",
        help: "leave it to the administrators of the organization")
}
