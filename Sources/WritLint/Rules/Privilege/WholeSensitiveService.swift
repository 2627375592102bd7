internal import WritDiagnostics
internal import WritPolicy

extension Rule {
    /// A whole service that decides who may do what.
    static let wholeSensitiveService = Rule(
        "SEC002", "whole-sensitive-service", .high,
        page: RulePage(
            summary:
                "A statement allows a whole service that decides who may do what, on every resource and without a condition.",
            why: """
                Whoever has all of the identity service, of the key service or of the audit trail can give themselves the rest, or hide \
                what they did. Actions that the vendor adds later are included.
                """,
            avoid: #"""
                Effect: Allow
                Action: ["iam:*:*"]
                """#,
            prefer: #"""
                Effect: Allow
                Action: ["iam:users:listUsers", "iam:groups:listGroups"]
                """#,
            references: [
                "cloudsplaining", "Checkov CKV2_AWS_40, CKV2_AWS_56",
                "Prowler iam_policy_no_full_access_to_kms",
            ]),
        check: .statement(of: .wholeSensitiveService, inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    guard statement.isPlainAllow else { return }
    for pattern in statement.entries(.wholeSensitiveService, in: policy) {
        guard let service = pattern.glob.wholeService else { continue }
        report.find(
            "`\(pattern.text)` allows everything of the service `\(service)`", at: pattern.path, of: policy,
            label: "a sensitive service as a whole", help: "list the actions that are needed")
    }
}
