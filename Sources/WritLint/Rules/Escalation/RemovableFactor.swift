internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// Second factors that others can take off.
    static let removableFactor = Rule(
        "ESC009", "removable-factor", .high, dialects: [.aws, .huawei, .volcengine],
        page: RulePage(
            summary:
                "Somebody who is no administrator can take the second factor or the login protection off other users.",
            why: """
                A stolen password is enough again for whoever lost the second factor. Taking one off is the first step of many \
                take-overs, and looks like help for somebody with a new phone.
                """,
            avoid: #"Action: ["iam:mfa:unbindMFADevice"]"#,
            prefer: """
                Action: ["iam:mfa:unbindMFADevice"]
                Resource: ["iam:*:*:user:${g:UserName}"]
                """),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    let users = account.otherUsers.map { account.access.escalationResource(of: Address(.user, $0)) }
    report.findWeakening(
        account.dialect.factorRemovals, on: users, in: account, effect: "weakens the sign-in of other users",
        help: "limit it to the own user, or leave it to administrators")
}

extension Dialect {
    /// Actions that take a second factor or the login protection off a user.
    ///
    /// Source: the vendors' lists of actions; JD Cloud has a call for one's own device alone.
    fileprivate var factorRemovals: [String] {
        switch self {
        case .aws: ["iam:DeactivateMFADevice"]
        case .huawei: ["iam:mfa:unbindMFADevice", "iam:users:setUserLoginProtect"]
        case .jd: []
        case .volcengine: ["iam:SetSecurityConfig"]
        }
    }
}
