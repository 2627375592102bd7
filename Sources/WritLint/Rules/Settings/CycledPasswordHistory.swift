internal import WritDiagnostics
internal import WritModel

extension Rule {
    /// A history that can be gone through in a minute.
    static let cycledPasswordHistory = Rule(
        "ACC005", "cycled-password-history", .low, dialects: [.huawei],
        options: [
            RuleOption(
                "minutes", .integer(60), "How long a password should have to be kept.", range: 1...1440)
        ],
        page: RulePage(
            summary: "Earlier passwords may not be used again, and a password may be changed at once.",
            why: """
                Whoever wants to keep the old password changes it as often as the history is long, in one minute, and has it back.
                """,
            avoid: "history: 5\nminimumAgeMinutes: 0", prefer: "history: 5\nminimumAgeMinutes: 1440",
            fixSafety: "Unsafe: a password cannot be changed again within that time."),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    guard let policy = account.passwordPolicy, let history = account.passwordSetting(.history), history > 0,
        account.passwordSetting(.minimumAgeMinutes) == 0
    else { return }
    report.findSetting(
        "passwords may be changed at once, so that a history of \(history) is gone through in a minute",
        .minimumAgeMinutes, of: policy, wanted: .integer(report.integer("minutes")))
}
