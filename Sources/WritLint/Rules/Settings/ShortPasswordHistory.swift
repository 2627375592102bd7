internal import WritDiagnostics
internal import WritModel

extension Rule {
    /// Old passwords that come back soon.
    static let shortPasswordHistory = Rule(
        "ACC003", "short-password-history", .low,
        options: [
            RuleOption(
                "minimum", .integer(24), "How many earlier passwords may not come back.", range: 1...24)
        ],
        page: RulePage(
            summary: "Earlier passwords may be used again sooner than agreed.",
            why: """
                A password that leaked works again. CIS asks for 24; where the vendor takes no more than 10, as the older model \
                of Huawei Cloud and JD Cloud, 10 do.
                """,
            avoid: "history: 1", prefer: "history: 24",
            fixSafety: "Unsafe: passwords that were used before are refused.",
            references: [
                "CIS AWS Foundations 1.9", "Checkov CKV_AWS_13", "Prowler iam_password_policy_reuse_24",
            ]),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    guard let policy = account.passwordPolicy, let history = account.passwordSetting(.history) else { return }
    let most = [.huawei, .jd].contains(account.dialect) ? 10 : 24
    let wanted = min(report.integer("minimum"), most)
    guard history < wanted else { return }
    let message =
        history == 0
        ? "every earlier password may be used again"
        : "earlier passwords may be used again after \(history) others, fewer than \(wanted)"
    report.findSetting(message, .history, of: policy, wanted: .integer(wanted))
}
