internal import WritDiagnostics
internal import WritModel

extension Rule {
    /// A program that could log in.
    static let serviceUserConsole = Rule(
        "OBJ023", "service-user-console", .medium,
        options: [
            RuleOption(
                "names", .texts(["svc-*", "svc.*", "svc_*", "ci-*", "bot-*", "robot-*"]),
                "Patterns of names of users who are programs.")
        ],
        page: RulePage(
            summary: "A user who is a program can log in to the console.",
            why: """
                Nobody uses its password, so that nobody notices when somebody else does; and a program passes no second factor.
                """,
            avoid: "metadata: {name: svc-ci}\nspec: {console: {enabled: true}}",
            prefer: "metadata: {name: svc-ci}\nspec: {console: {enabled: false}}",
            fixSafety: "Unsafe: whoever logs in as the program cannot any more.",
            references: ["ScoutSuite IAM rules on service users"]),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    let names = report.patterns("names")
    for user in account.objects(.user)
    where names.has(user.address.name) && account.flag(.consoleEnabled, of: user.address) == true {
        var mended = user
        mended.fields[.consoleEnabled] = .scalar(.boolean(false))
        report.find(
            "`\(user.address.name)` is a program and can log in to the console",
            at: .field(user.address, .consoleEnabled), help: "write `enabled: false` in `console`",
            fix: Fix("turn the login off", .unsafe, .object(mended)))
    }
}
