internal import WritDiagnostics
internal import WritModel

extension Rule {
    /// Sessions that stay open.
    static let longSession = Rule(
        "ACC009", "long-session", .medium,
        options: [
            RuleOption(
                "idleMinutes", .integer(60), "After how many minutes without a click a session has to end.",
                range: 15...2880),
            RuleOption(
                "maximumHours", .integer(12), "After how many hours a session has to end in any case.",
                range: 1...168),
        ],
        page: RulePage(
            summary: "Sessions last long, with or without anybody at the keyboard.",
            why: """
                Whoever comes to an open browser, or takes its cookie, has what its user may do until the session ends.
                """,
            avoid: "session: {idleMinutes: 1440, maximumHours: 0}",
            prefer: "session: {idleMinutes: 60, maximumHours: 12}",
            fixSafety: "Unsafe: people have to log in more often.",
            references: ["Huawei Cloud IAM login authentication policy", "Volcengine security settings"]),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    guard let settings = account.securitySettings else { return }
    let idle = report.integer("idleMinutes")
    if let minutes = account.securitySetting(.sessionIdleMinutes), minutes > idle {
        report.findSetting(
            "sessions end after \(minutes) minutes without a click, later than after \(idle)",
            .sessionIdleMinutes, of: settings, wanted: .integer(idle))
    }
    let most = report.integer("maximumHours")
    if let hours = account.securitySetting(.sessionMaximumHours), hours == 0 || hours > most {
        report.findSetting(
            hours == 0
                ? "sessions never end while somebody clicks"
                : "sessions last \(hours) hours, more than \(most)",
            .sessionMaximumHours, of: settings, wanted: .integer(most))
    }
}
