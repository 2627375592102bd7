internal import WritDiagnostics
internal import WritModel

extension Rule {
    /// Passwords that stay.
    static let longPasswordValidity = Rule(
        "ACC004", "long-password-validity", .low,
        options: [
            RuleOption("maximum", .integer(90), "After how many days a password has to end.", range: 1...1095)
        ],
        page: RulePage(
            summary: "Passwords are valid for longer than agreed, or for ever.",
            why: """
                A password that leaked works until it ends. CIS 1.2 asks for 90 days at most. NIST SP 800-63B-4 asks for no end at \
                all, since people then choose passwords that count up: turn this rule off to follow it.
                """,
            avoid: "validityDays: 180", prefer: "validityDays: 90",
            fixSafety: "Unsafe: older passwords have to be changed at the next login.",
            references: ["CIS AWS Foundations 1.2 1.11", "Checkov CKV_AWS_9", "NIST SP 800-63B-4"]),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    guard let policy = account.passwordPolicy, let days = account.passwordSetting(.validityDays) else {
        return
    }
    let wanted = report.integer("maximum")
    guard days == 0 || days > wanted else { return }
    report.findSetting(
        days == 0 ? "passwords never end" : "passwords are valid for \(days) days, more than \(wanted)",
        .validityDays, of: policy, wanted: .integer(wanted))
}
