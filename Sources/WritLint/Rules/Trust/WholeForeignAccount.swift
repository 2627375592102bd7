internal import WritDiagnostics
internal import WritModel

extension Rule {
    /// Everybody of another account.
    static let wholeForeignAccount = Rule(
        "TRU005", "whole-foreign-account", .medium,
        options: [
            RuleOption(
                "ownAccounts", .texts([]), "The ids or names of other accounts that are the site's own.")
        ],
        page: RulePage(
            summary: "An agency trusts another account as a whole.",
            why: """
                Who of that account gets in is then decided there, by people whom nobody here knows, and can change any day.
                """,
            avoid: #"""
                Effect: Allow
                Principal: {IAM: ["0f3c1a7e9d2b4c58a6e1b7d905c4f832"]}
                Action: ["sts:agencies:assume"]
                """#,
            prefer: #"""
                Effect: Allow
                Principal: {IAM: ["0f3c1a7e9d2b4c58a6e1b7d905c4f832"]}
                Action: ["sts:agencies:assume"]
                Condition:
                  StringEquals: {"g:PrincipalUrn": ["iam::0f3c1a7e9d2b4c58a6e1b7d905c4f832:user:auditor"]}
                """#,
            references: ["cloudsplaining", "Checkov CKV_AWS_61"]),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    let own = report.texts("ownAccounts")
    for trust in account.foreignTrusts where trust.isWhole && !own.contains(trust.account) {
        if trust.statement?.asks(for: callerKeys) ?? false { continue }
        let help =
            trust.statement == nil
            ? "use `trustPolicy` with a condition on the caller's name, where the vendor has trust documents"
            : "name the role or user, or add a condition on the caller's name"
        report.find(
            "\(trust.agency.address) trusts everybody of the account `\(trust.account)`", at: trust.place,
            label: "everybody there", help: help)
    }
}
