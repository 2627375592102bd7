internal import WritDiagnostics
internal import WritModel

extension Rule {
    /// A login that asks for a password alone.
    static let consoleWithoutMfa = Rule(
        "OBJ009", "console-without-mfa", .medium,
        options: [
            RuleOption("factors", .texts(["vmfa", "sms", "email"]), "The second factors that do.")
        ],
        page: RulePage(
            summary: "A user logs in to the console with a password alone.",
            why: """
                Passwords are guessed, phished and used twice. Administrators are left to `administrator-without-mfa`. Where \
                `console.enabled` is true, and neither the manifest nor the live account says a second factor, there is none.
                """,
            avoid: "console: {enabled: true, protection: []}",
            prefer: "console: {enabled: true, protection: [vmfa]}",
            fixSafety: "Unsafe: the user cannot log in before a device is bound.",
            references: [
                "CIS AWS Foundations 1.10", "Huawei Cloud Config mfa-enabled-for-iam-console-access",
                "Prowler iam_user_mfa_enabled_console_access",
            ]),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    let factors = Set(report.texts("factors"))
    let users = account.enabledUsers.filter { account.logsInWithout(factors, $0.address) }
    guard !users.isEmpty else { return }
    for user in users where !account.administrators.contains(user.address.name) {
        report.find(
            "`\(user.address.name)` logs in to the console without a second factor",
            at: .field(user.address, .consoleProtection), help: "write `protection: [vmfa]`",
            fix: .asking(for: "vmfa", user))
    }
}

extension LintedAccount {
    /// Whether a user logs in to the console and is asked for none of these second factors.
    func logsInWithout(_ factors: Set<String>, _ address: Address) -> Bool {
        guard flag(.consoleEnabled, of: address) == true else { return false }
        if let isAsked = holdsAny(of: factors, in: .consoleProtection, of: address) { return !isAsked }
        // Nothing is said of it anywhere: then nothing is asked for.
        return liveObject(address) == nil
            && !(state.objects[address]?.fields.has(.consoleProtection) ?? false)
    }
}

extension Fix {
    /// Asks for a second factor at login.
    static func asking(for factor: String, _ user: DesiredObject) -> Fix {
        var user = user
        var list = DesiredList<Item>(.exactly, [])
        if case .list(let stated)? = user.fields[.consoleProtection], stated.mode != .none { list = stated }
        list.items.append(.word(factor))
        user.fields[.consoleProtection] = .list(list)
        return Fix("ask for a device at login", .unsafe, .object(user))
    }
}
