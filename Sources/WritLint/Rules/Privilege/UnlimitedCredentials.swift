internal import WritDiagnostics

extension Rule {
    /// A statement allows actions that hand out credentials, on every resource and without a condition.
    static let unlimitedCredentials = Rule(
        "SEC010", "unlimited-credentials", .high,
        page: RulePage(
            summary:
                "A statement allows actions that hand out credentials, on every resource and without a condition.",
            why: """
                Keys, tokens and passwords of others outlive the request: who has them acts under another name, and no log shows it.
                """,
            avoid: #"""
                Effect: Allow
                Action: ["iam:CreateAccessKey"]
                Resource: ["*"]
                """#,
            prefer: #"""
                Effect: Allow
                Action: ["iam:CreateAccessKey"]
                Resource: ["arn:aws:iam::*:user/${aws:username}"]
                """#,
            references: [
                "parliament CREDENTIALS_EXPOSURE", "cloudsplaining Credentials Exposure",
                "Checkov CKV_AWS_107, CKV_AWS_287",
            ]),
        check: .statement(of: .reaches(.credentials), inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    report.find(
        .credentials, "hands out credentials on every resource", in: statement, policy,
        label: "hands out credentials",
        help: "name the users or resources whose credentials are meant")
}
