internal import WritDiagnostics
internal import WritModel

extension Rule {
    /// A user who is a person and a program.
    static let mixedCredentials = Rule(
        "OBJ010", "mixed-credentials", .medium,
        options: [
            RuleOption("except", .texts([]), "Patterns of names of users who may have both.")
        ],
        page: RulePage(
            summary: "A user logs in to the console and calls the interfaces as well.",
            why: """
                A person's password and a program's key have the same permissions then: whoever gets one of the two has all of \
                it, and the audit trail does not say which it was. The key also dies with the person's account.
                """,
            avoid: "console: {enabled: true}\nprogrammatic: true",
            prefer: "console: {enabled: true}\nprogrammatic: false  # and a user of its own for the program",
            references: [
                "Huawei Cloud Config iam-user-console-and-api-access-at-creation"
            ]),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    let exempt = report.patterns("except")
    for user in account.enabledUsers where account.flag(.consoleEnabled, of: user.address) == true {
        let name = user.address.name
        guard !exempt.has(name), let field = account.programField(user.address) else { continue }
        report.find(
            "`\(name)` may log in to the console and call the interfaces", at: .field(user.address, field),
            help: "write `programmatic: false`, and declare a user of its own for the program")
    }
}

extension LintedAccount {
    /// The field that says that a user calls the interfaces; `nil` where none does, or one rules it out.
    fileprivate func programField(_ address: Address) -> Field? {
        switch flag(.programmatic, of: address) {
        case true?: return .programmatic
        case false?: return nil
        case nil: break
        }
        if !activeKeys(of: address).isEmpty { return .accessKeysKeys }
        return (integer(.accessKeysMax, of: address) ?? 0) > 0 ? .accessKeysMax : nil
    }
}
