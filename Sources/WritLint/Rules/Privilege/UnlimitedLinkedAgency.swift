internal import WritDiagnostics

extension Rule {
    /// A statement makes agencies for any service.
    static let unlimitedLinkedAgency = Rule(
        "SEC021", "unlimited-linked-agency", .medium,
        page: RulePage(
            summary: "A statement allows making agencies that belong to services, for any service.",
            why: """
                A service that nobody uses gets rights in the account with one call, and what it may do is the vendor's to say.
                """,
            avoid: #"""
                Effect: Allow
                Action: ["iam:CreateServiceLinkedRole"]
                Resource: ["*"]
                """#,
            prefer: #"""
                Effect: Allow
                Action: ["iam:CreateServiceLinkedRole"]
                Resource: ["*"]
                Condition: {StringEquals: {"iam:AWSServiceName": ["autoscaling.amazonaws.com"]}}
                """#,
            references: ["AWS Access Analyzer: create SLR with star, with NotAction, with NotResource"]),
        check: .statement(of: [.reaches(.linkedAgency), .excludes], inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    for reached in statement.anywhere(.linkedAgency, in: policy, "makes agencies of services on") {
        report.find(
            reached.sentence, at: reached.path, of: policy, key: reached.isKey, label: "any service",
            help: "limit it to the service that is meant")
    }
}
