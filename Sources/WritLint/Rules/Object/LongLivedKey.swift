internal import WritDiagnostics
internal import WritModel

extension Rule {
    /// Keys that nobody replaces.
    static let longLivedKey = Rule(
        "OBJ012", "long-lived-key", .medium,
        options: [
            RuleOption(
                "days", .integer(90), "How old an access key may be allowed to become.", range: 1...3650)
        ],
        page: RulePage(
            summary: "The access keys of a user may become older than they should, or any age.",
            why: """
                A key that leaked works until it is replaced, and leaks are found late. What is looked at is the age that the \
                manifest allows, of users whose manifests say that they have keys: no store tells how old the keys are.
                """,
            avoid: "accessKeys: {max: 1, maxAgeDays: 400}",
            prefer: "accessKeys: {max: 1, maxAgeDays: 90}",
            fixSafety: "Unsafe: keys that are older have to be replaced.",
            references: [
                "CIS AWS Foundations 1.14", "Huawei Cloud Config access-keys-rotated",
                "Prowler iam_rotate_access_key_90_days",
            ]),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    let limit = report.integer("days")
    for user in account.enabledUsers where account.flag(.programmatic, of: user.address) != false {
        let name = user.address.name
        var mended = user
        mended.fields[.accessKeysMaxAgeDays] = .scalar(.integer(limit))
        let fix = Fix("let keys become \(limit) days old", .unsafe, .object(mended))
        let help = "write `maxAgeDays: \(limit)`"
        if let days = account.integer(.accessKeysMaxAgeDays, of: user.address) {
            guard days > limit else { continue }
            report.find(
                "the access keys of `\(name)` may become \(days) days old, more than \(limit)",
                at: .field(user.address, .accessKeysMaxAgeDays), help: help, fix: fix)
        } else if let field = account.keysField(user) {
            report.find(
                "the access keys of `\(name)` may become any age", at: .field(user.address, field),
                help: help, fix: fix)
        }
    }
}

extension LintedAccount {
    /// The field of the manifest that says that a user has keys.
    fileprivate func keysField(_ user: DesiredObject) -> Field? {
        if case .list(let list)? = user.fields[.accessKeysKeys], !list.wanted.isEmpty {
            return .accessKeysKeys
        }
        if case .scalar(.integer(let most))? = user.fields[.accessKeysMax], most > 0 { return .accessKeysMax }
        return nil
    }
}
