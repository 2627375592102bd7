internal import WritDiagnostics
internal import WritModel

extension Rule {
    /// Passwords that are the name.
    static let userNameInPassword = Rule(
        "ACC008", "user-name-in-password", .low, dialects: [.huawei],
        page: RulePage(
            summary: "A password may be the user's name, forwards or backwards.",
            why: "It is the first thing that anybody tries.",
            avoid: "forbidUserName: false", prefer: "forbidUserName: true",
            fixSafety: "Unsafe: such passwords have to be changed.",
            references: ["Huawei Cloud IAM password policy"]),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    guard let policy = account.passwordPolicy,
        account.flag(.forbidUserName, of: policy.address) == false
    else { return }
    report.findSetting(
        "passwords may be the name of the user", .forbidUserName, of: policy, wanted: .boolean(true))
}
