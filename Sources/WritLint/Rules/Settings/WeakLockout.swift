internal import WritDiagnostics
internal import WritModel

extension Rule {
    /// Passwords that can be guessed for long.
    static let weakLockout = Rule(
        "ACC006", "weak-lockout", .medium,
        options: [
            RuleOption("mostFailures", .integer(5), "After how many failed logins at most.", range: 1...16),
            RuleOption("leastMinutes", .integer(15), "For how many minutes at least.", range: 10...1440),
        ],
        page: RulePage(
            summary: "Users are locked out after many failed logins, or for a short time.",
            why: """
                Lockout is what makes guessing slow. After 20 tries, or for a minute, it slows nobody down who tries the passwords \
                that people choose most.
                """,
            avoid: "lockout: {failures: 16, minutes: 10}", prefer: "lockout: {failures: 5, minutes: 15}",
            fixSafety: "Unsafe: people who mistype are locked out sooner, or for longer.",
            references: ["Checkov CKV_ALI_23", "Huawei Cloud IAM login authentication policy"]),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    guard let settings = account.securitySettings else { return }
    let most = report.integer("mostFailures")
    if let failures = account.securitySetting(.lockoutFailures), failures > most {
        report.findSetting(
            "users are locked out after \(failures) failed logins, more than \(most)", .lockoutFailures,
            of: settings, wanted: .integer(most))
    }
    let least = report.integer("leastMinutes")
    if let minutes = account.securitySetting(.lockoutMinutes), minutes < least {
        report.findSetting(
            "users are locked out for \(minutes) minutes, fewer than \(least)", .lockoutMinutes, of: settings,
            wanted: .integer(least))
    }
}
