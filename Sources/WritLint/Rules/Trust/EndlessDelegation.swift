internal import WritDiagnostics
internal import WritModel

extension Rule {
    /// A delegation without an end, or long sessions.
    static let endlessDelegation = Rule(
        "TRU012", "endless-delegation", .medium,
        options: [
            RuleOption(
                "maxSessionHours", .integer(4), "How many hours a session under an agency may last.",
                range: 1...12)
        ],
        page: RulePage(
            summary:
                "An agency for other accounts has no end, or its sessions last longer than the site allows.",
            why: """
                Nobody ends the delegation when the contract ends. A session that was stolen works until it is over, whatever is \
                changed in the meantime.
                """,
            avoid: #"""
                trust: [{account: harbour-bank-settlement}]
                duration: forever
                """#,
            prefer: #"""
                trust: [{account: harbour-bank-settlement}]
                duration: 365d
                """#),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    let hours = report.integer("maxSessionHours")
    for agency in account.objects(.agency) {
        let people = account.trustList(agency).filter { !$0.isService }
        if account.dialect == .huawei, !people.isEmpty {
            let duration = agency.fields[.duration]
            if duration == nil || duration == .scalar(.text("forever")) {
                report.find(
                    "\(agency.address) delegates to others without an end",
                    at: .field(agency.address, .duration),
                    label: "no end", help: "write a number of days such as `duration: 365d`")
            }
        }
        guard case .scalar(.integer(let seconds))? = agency.fields[.maxSessionSeconds], seconds > hours * 3600
        else { continue }
        report.find(
            "sessions under \(agency.address) may last longer than \(hours) hours",
            at: .field(agency.address, .maxSessionSeconds), label: "\(seconds) seconds",
            help: "write at most \(hours * 3600)")
    }
}
