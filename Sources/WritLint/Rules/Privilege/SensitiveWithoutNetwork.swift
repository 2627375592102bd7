internal import WritDiagnostics
internal import WritModel
extension Rule {
    /// A statement allows sensitive actions on every resource from any network.
    static let sensitiveWithoutNetwork = Rule(
        "SEC016", "sensitive-without-network", .low, dialects: [.aws, .huawei, .volcengine],
        page: RulePage(
            summary: "A statement allows sensitive actions on every resource from any network.",
            why: """
                A key that leaks works from anywhere. A condition on addresses or on the private network makes it useless outside.
                """,
            avoid: #"""
                Effect: Allow
                Action: ["iam:users:deleteUser"]
                """#,
            prefer: #"""
                Effect: Allow
                Action: ["iam:users:deleteUser"]
                Condition: {IpAddress: {"g:SourceIp": ["10.20.0.0/16"]}}
                """#,
            references: ["iam-policy-validator"]),
        check: .statement(of: .reaches(.guarded), inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    report.find(
        .guarded, "may be called from any network", in: statement, policy, label: "any network",
        help: "add a condition on the source address or the private network", without: networkKeys)
}
