internal import WritDiagnostics
internal import WritModel

extension Rule {
    /// More keys that work than are needed.
    static let severalActiveKeys = Rule(
        "OBJ011", "several-active-keys", .medium,
        options: [
            RuleOption("limit", .integer(1), "How many active keys a user may have.", range: 1...10)
        ],
        page: RulePage(
            summary: "A user has more than one active access key.",
            why: """
                The second key is there to replace the first one. Where both stay, the old one is the key that nobody rotates \
                and nobody misses when it leaks.
                """,
            avoid: "accessKeys: {keys: [{name: old}, {name: new}]}",
            prefer: "accessKeys: {keys: [{name: old, status: inactive}, {name: new}]}",
            references: [
                "CIS AWS Foundations 1.13", "Huawei Cloud Config iam-user-single-access-key",
                "Prowler iam_user_two_active_access_key",
            ]),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    let limit = report.integer("limit")
    for user in account.objects(.user) {
        let keys = account.activeKeys(of: user.address)
        guard keys.count > limit else { continue }
        report.find(
            "`\(user.address.name)` has \(keys.count) active access keys: \(listed(keys))",
            at: .field(user.address, .accessKeysKeys),
            help: "write `status: inactive` at the ones that were replaced, then delete them")
    }
}
