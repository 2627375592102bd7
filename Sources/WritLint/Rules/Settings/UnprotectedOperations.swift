internal import WritDiagnostics
internal import WritModel

extension Rule {
    /// Dangerous operations without a second proof.
    static let unprotectedOperations = Rule(
        "ACC010", "unprotected-operations", .medium, dialects: [.huawei],
        page: RulePage(
            summary: "Dangerous operations ask for no second proof.",
            why: """
                With operation protection a session that was left open, or stolen, deletes nothing and opens nothing: the console \
                asks again who is there.
                """,
            avoid: "operationProtection: {enabled: false}", prefer: "operationProtection: {enabled: true}",
            fixSafety: "Unsafe: users without a second factor cannot do such operations any more.",
            references: ["Huawei Cloud IAM critical operation protection"]),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    guard let settings = account.securitySettings,
        account.flag(.protectionEnabled, of: settings.address) == false
    else { return }
    report.findSetting(
        "dangerous operations ask for no second proof", .protectionEnabled, of: settings,
        wanted: .boolean(true))
}
