internal import WritDiagnostics

extension Rule {
    /// A statement allows reading what is stored, on every resource and without a condition.
    static let unlimitedDataRead = Rule(
        "SEC011", "unlimited-data-read", .medium,
        page: RulePage(
            summary: "A statement allows reading what is stored, on every resource and without a condition.",
            why: """
                One leaked key then copies every bucket and every secret, also those that are made next year.
                """,
            avoid: #"""
                Effect: Allow
                Action: ["obs:object:GetObject"]
                """#,
            prefer: #"""
                Effect: Allow
                Action: ["obs:object:GetObject"]
                Resource: ["obs:*:*:object:reports/*"]
                """#,
            references: ["cloudsplaining Data Exfiltration", "Checkov CKV_AWS_108, CKV_AWS_288"]),
        check: .statement(of: .reaches(.dataRead), inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    report.find(
        .dataRead, "reads the data of every resource", in: statement, policy, label: "reads what is stored",
        help: "name the buckets, secrets or tables that are meant")
}
