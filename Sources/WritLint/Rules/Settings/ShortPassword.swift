internal import WritDiagnostics
internal import WritModel

extension Rule {
    /// Passwords that may be short.
    static let shortPassword = Rule(
        "ACC001", "short-password", .medium,
        options: [
            RuleOption("minimum", .integer(14), "The least `minimumLength` that does.", range: 6...128)
        ],
        page: RulePage(
            summary: "Passwords may be shorter than agreed.",
            why: """
                Length is what guessing costs. CIS asks for 14 characters; NIST SP 800-63B-4 for 15 where the password is all \
                there is, and 8 beside a second factor: set `minimum` to what you follow. Where the vendor takes less, its \
                maximum is asked for.
                """,
            avoid: "minimumLength: 8", prefer: "minimumLength: 14",
            fixSafety: "Unsafe: shorter passwords have to be changed at the next login.",
            references: [
                "CIS AWS Foundations 1.8", "NIST SP 800-63B-4", "Checkov CKV_AWS_10",
                "Huawei Cloud Config iam-password-policy",
            ]),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    guard let policy = account.passwordPolicy, let length = account.passwordSetting(.minimumLength) else {
        return
    }
    let most = account.dialect.passwordRange(.minimumLength)?.upperBound ?? .max
    let wanted = min(report.integer("minimum"), most)
    guard length < wanted else { return }
    report.findSetting(
        "passwords of \(length) characters do, fewer than \(wanted)", .minimumLength, of: policy,
        wanted: .integer(wanted))
}
