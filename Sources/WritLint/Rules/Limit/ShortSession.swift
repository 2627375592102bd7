internal import WritDiagnostics
internal import WritManifest
internal import WritModel

extension Rule {
    /// A longest session that the vendor does not take.
    static let shortSession = Rule(
        "LIM012", "short-session", .error,
        page: RulePage(
            summary: "The longest session of an agency or role is under an hour, which no vendor takes.",
            why: """
                900 seconds are the shortest session that somebody can ask for; the longest one that the role gives is at \
                least 3,600. The vendor refuses the value at the apply.
                """,
            avoid: "maxSessionSeconds: 900",
            prefer: "maxSessionSeconds: 3600",
            fixSafety: "Unsafe: sessions may last an hour.",
            references: [
                "Huawei Cloud IAM: CreateAgencyV5, max_session_duration 3,600 to 43,200",
                "JD Cloud IAM: createRole, maxSessionDuration 3,600 to 43,200",
                "Volcengine IAM: CreateRole, MaxSessionDuration 3,600 to 43,200",
                "AWS IAM: CreateRole, MaxSessionDuration 3,600 to 43,200",
            ]),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    for agency in account.objects(.agency) {
        guard case .scalar(.integer(let seconds))? = agency.fields[.maxSessionSeconds], seconds < 3600 else {
            continue
        }
        var mended = agency
        mended.fields[.maxSessionSeconds] = .scalar(.integer(3600))
        report.find(
            "sessions of `\(agency.address.name)` end after \(seconds) seconds, and 3600 are the fewest",
            at: .field(agency.address, .maxSessionSeconds),
            help: "write 3600 or more, and let callers ask for less",
            fix: Fix("write 3600", .unsafe, .object(mended)))
    }
}
