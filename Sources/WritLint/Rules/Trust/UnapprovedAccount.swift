internal import WritDiagnostics
internal import WritModel

extension Rule {
    /// An account that is not on the site's list.
    static let unapprovedAccount = Rule(
        "TRU006", "unapproved-account", .high,
        options: [
            RuleOption(
                "accounts", .texts([]), "The ids or names of the other accounts that agencies may trust.")
        ],
        page: RulePage(
            summary: "An agency trusts an account that is not on the site's list.",
            why:
                "Whoever adds an account to a trust lets its people in. The list makes that a decision of its own.",
            avoid: #"""
                # accounts: [harbour-bank-settlement]
                trust: [{account: harbour-bank-setlement}]
                """#,
            prefer: #"""
                trust: [{account: harbour-bank-settlement}]
                """#,
            references: ["AWS Access Analyzer: zone of trust", "cloudsplaining"]),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    let approved = report.texts("accounts")
    if approved.isEmpty { return }
    for trust in account.foreignTrusts where !approved.contains(trust.account) {
        report.find(
            "\(trust.agency.address) trusts the account `\(trust.account)`, which is not on the list",
            at: trust.place, label: "not on the list",
            help: "take it out, or add it to `accounts` of the rule")
    }
}
