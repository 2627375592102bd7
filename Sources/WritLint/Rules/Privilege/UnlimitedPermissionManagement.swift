internal import WritDiagnostics

extension Rule {
    /// A statement allows changing who may do what, on every resource and without a condition.
    static let unlimitedPermissionManagement = Rule(
        "SEC009", "unlimited-permission-management", .high,
        page: RulePage(
            summary:
                "A statement allows changing who may do what, on every resource and without a condition.",
            why: """
                Whoever can attach or write policies anywhere can give anybody anything, themselves included.
                """,
            avoid: #"""
                Effect: Allow
                Action: ["iam:policies:*V5"]
                Resource: ["*"]
                """#,
            prefer: #"""
                Effect: Allow
                Action: ["iam:policies:createVersionV5"]
                Resource: ["iam:*:*:policy:teams/payments/*"]
                """#,
            references: [
                "parliament PERMISSIONS_MANAGEMENT_ACTIONS", "cloudsplaining Resource Exposure",
                "Checkov CKV_AWS_109, CKV_AWS_289",
            ]),
        check: .statement(of: .reaches(.permissions), inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    report.find(
        .permissions, "changes permissions on every resource", in: statement, policy,
        label: "changes who may do what",
        help: "limit it to the resources that are meant, or leave it to the administrators")
}
