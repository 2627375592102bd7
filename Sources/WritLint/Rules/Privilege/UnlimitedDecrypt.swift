internal import WritDiagnostics

extension Rule {
    /// A statement allows decrypting with every key.
    static let unlimitedDecrypt = Rule(
        "SEC018", "unlimited-decrypt", .medium,
        page: RulePage(
            summary: "A statement allows decrypting with every key.",
            why: """
                Encryption then protects nothing from whoever holds the policy: which key a secret is under makes no difference.
                """,
            avoid: #"""
                Effect: Allow
                Action: ["kms:cmk:decrypt*"]
                """#,
            prefer: #"""
                Effect: Allow
                Action: ["kms:cmk:decryptData"]
                Resource: ["kms:*:*:KeyId:7f0c2b1e"]
                """#,
            references: ["Prowler", "Huawei Cloud Config: blocked KMS actions"]),
        check: .statement(of: .reaches(.decrypt), inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    report.find(
        .decrypt, "decrypts with every key", in: statement, policy, label: "every key",
        help: "name the keys that are meant")
}
