internal import WritDiagnostics
internal import WritModel
extension Rule {
    /// A statement allows sensitive actions on every resource without asking for a second factor.
    static let sensitiveWithoutMfa = Rule(
        "SEC015", "sensitive-without-mfa", .medium, dialects: [.aws, .huawei],
        page: RulePage(
            summary:
                "A statement allows sensitive actions on every resource without asking for a second factor.",
            why: """
                A stolen password or key is then enough to delete users, to make keys for others or to stop the audit trail.
                """,
            avoid: #"""
                Effect: Allow
                Action: ["iam:users:deleteUser"]
                """#,
            prefer: #"""
                Effect: Allow
                Action: ["iam:users:deleteUser"]
                Condition: {Bool: {"g:MFAPresent": ["true"]}}
                """#,
            references: ["PMapper", "Scout Suite"]),
        check: .statement(of: .reaches(.guarded), inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    report.find(
        .guarded, "needs no second factor", in: statement, policy, label: "no second factor asked for",
        help:
            "add a condition on `\(policy.dialect == .aws ? "aws:MultiFactorAuthPresent" : "g:MFAPresent")`",
        without: secondFactorKeys)
}
