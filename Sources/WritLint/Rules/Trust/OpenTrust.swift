internal import WritDiagnostics
internal import WritPolicy

extension Rule {
    /// Anybody may assume it.
    static let openTrust = Rule(
        "TRU001", "open-trust", .critical,
        page: RulePage(
            summary: "A trust policy lets anybody of any account assume the agency, without a condition.",
            why: """
                Everyone who has an account with the vendor can get a session in it. What the agency holds is public.
                """,
            avoid: #"""
                Effect: Allow
                Principal: {IAM: ["*"]}
                Action: ["sts:agencies:assume"]
                """#,
            prefer: #"""
                Effect: Allow
                Principal: {IAM: ["0f3c1a7e9d2b4c58a6e1b7d905c4f832"]}
                Action: ["sts:agencies:assume"]
                """#,
            references: [
                "cloudsplaining", "Checkov CKV_AWS_60, CKV_AWS_70", "Scout Suite",
                "Huawei Cloud Access Analyzer: external access",
            ]),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    guard policy.kind == .trust, statement.reading?.conditions.isEmpty ?? false else { return }
    for principal in statement.openEntries(in: policy) {
        report.find(
            "`\(principal.text)` lets anybody of any account assume the agency", at: principal.path,
            of: policy,
            label: "anybody", help: "name the accounts that are meant by their ids")
    }
}
