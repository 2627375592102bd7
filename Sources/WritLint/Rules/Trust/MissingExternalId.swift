internal import WritDiagnostics
internal import WritModel

extension Rule {
    /// Another account without an external id.
    static let missingExternalId = Rule(
        "TRU003", "missing-external-id", .high, dialects: [.aws, .huawei],
        options: [
            RuleOption(
                "ownAccounts", .texts([]), "The ids or names of other accounts that are the site's own.")
        ],
        page: RulePage(
            summary:
                "A trust policy lets another account in without an external id and without saying who of it.",
            why: """
                A service provider serves many customers with one account. Without an agreed id one customer can make it act in the \
                account of another, by nothing but the agency's name.
                """,
            avoid: #"""
                Effect: Allow
                Principal: {AWS: "arn:aws:iam::210987654321:root"}
                Action: sts:AssumeRole
                """#,
            prefer: #"""
                Effect: Allow
                Principal: {AWS: "arn:aws:iam::210987654321:root"}
                Action: sts:AssumeRole
                Condition: {StringEquals: {"sts:ExternalId": "8e1d5c0a-6f7b"}}
                """#,
            references: ["cloudsplaining", "Scout Suite", "Prowler"]),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    let own = report.texts("ownAccounts")
    for trust in account.foreignTrusts where !own.contains(trust.account) {
        guard let statement = trust.statement, !statement.asks(for: callerKeys.union([externalIDKey])) else {
            continue
        }
        report.find(
            "the account `\(trust.account)` may assume \(trust.agency.address) without an external id",
            at: trust.place, label: "another account",
            help: "add a condition on `sts:ExternalId`, or on the caller's name")
    }
}
