internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// Security settings of the account that others can change.
    static let weakenableAccount = Rule(
        "ESC010", "weakenable-account", .high, dialects: [.aws, .huawei, .volcengine],
        page: RulePage(
            summary: "Somebody who is no administrator can change the security settings of the account.",
            why: """
                Password rules, login limits, address lists and the protection of dangerous operations hold for everybody: whoever \
                may change them may switch them off for the administrators too.
                """,
            avoid: #"Action: ["iam:securitypolicies:*"]"#, prefer: #"Action: ["iam:securitypolicies:get*"]"#),
        check: .account { account, report in
            report.findWeakening(
                account.dialect.settingsChanges, on: [], in: account,
                effect: "changes the security settings of the account",
                help: "let others read the settings, and leave changes to administrators")
        })
}

extension Dialect {
    /// Actions that change password, login or network settings of all users.
    ///
    /// Source: the vendors' lists of actions; JD Cloud has its settings in the console alone.
    fileprivate var settingsChanges: [String] {
        switch self {
        case .aws: ["iam:UpdateAccountPasswordPolicy", "iam:DeleteAccountPasswordPolicy"]
        case .huawei:
            ["PasswordPolicy", "LoginPolicy", "ProtectPolicy", "ConsoleAclPolicy", "ApiAclPolicy"]
                .map { "iam:securitypolicies:update\($0)" }
        case .jd: []
        case .volcengine: ["iam:UpdateAllowedIPAddresses"]
        }
    }
}
