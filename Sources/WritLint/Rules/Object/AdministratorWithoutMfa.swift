internal import WritDiagnostics
internal import WritModel

extension Rule {
    /// An administrator whose login asks for no device.
    static let administratorWithoutMfa = Rule(
        "OBJ008", "administrator-without-mfa", .critical,
        options: [
            RuleOption(
                "factors", .texts(["vmfa"]), "The second factors that do, out of `vmfa`, `sms` and `email`.")
        ],
        page: RulePage(
            summary:
                "A user who can hand out any permission logs in to the console without a device as second factor.",
            why: """
                One password that was guessed, phished or used twice is the whole account. Who is an administrator is worked out \
                from what is attached, by whatever way, and not from names. Text messages can be diverted, so that they do not \
                count unless the option says so.
                """,
            avoid: "kind: User\nspec: {console: {enabled: true, protection: []}}",
            prefer: "kind: User\nspec: {console: {enabled: true, protection: [vmfa]}}",
            fixSafety:
                "Unsafe: the user cannot log in before a device is bound.",
            references: [
                "Huawei Cloud Config iam-user-mfa-enabled", "PMapper",
                "Prowler iam_administrator_access_with_mfa",
            ]),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    let factors = Set(report.texts("factors"))
    for name in account.administrators.sorted() {
        guard let user = account.state.objects[Address(.user, name)],
            account.logsInWithout(factors, user.address)
        else { continue }
        report.find(
            "the administrator `\(name)` logs in without a device as second factor",
            at: .field(user.address, .consoleProtection),
            help: "write `protection: [vmfa]` and bind a device", fix: .asking(for: "vmfa", user))
    }
}
