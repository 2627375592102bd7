internal import WritDiagnostics
internal import WritModel

extension Rule {
    /// A manifest for what belongs to the cloud.
    static let systemObject = Rule(
        "OBJ027", "system-object", .error, dialects: [.huawei, .jd, .volcengine],
        page: RulePage(
            summary: "A manifest declares a policy or group that the cloud itself defines.",
            why: """
                Nobody but the vendor changes them: the change is refused, or makes a second policy that people take for the \
                vendor's. On JD Cloud, where attachments name policies without saying whose they are, an own \
                policy of that name would even stand for the other one. Of the built-in group `admin` of Huawei Cloud the members \
                alone can be changed.
                """,
            avoid: "kind: Policy\nmetadata: {name: Tenant Guest}",
            prefer: "policies: [{system: Tenant Guest}]",
            references: [
                "Huawei Cloud IAM system-defined permissions", "Volcengine IAM system policies",
            ]),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    let names = systemPolicyNames(account.dialect)
    for policy in account.objects(.policy) where names.contains(policy.address.name) {
        report.find(
            "`\(policy.address.name)` is a system policy, which no manifest can change",
            at: .object(policy.address), help: "attach it as `{system: \(policy.address.name)}`")
    }
    guard account.dialect == .huawei, let group = account.state.objects[Address(.group, "admin")] else {
        return
    }
    for field in group.fields.fields {
        report.find(
            "`\(field.rawValue)` of the built-in group `admin` cannot be changed",
            at: .field(group.address, field), help: "declare its members alone")
    }
    if group.policies != nil {
        report.find(
            "the permissions of the built-in group `admin` cannot be changed",
            at: .list(group.address, .policies), help: "declare its members alone")
    }
}

/// The names that are known of the cloud's own policies. Source: the vendors' pages on system policies, 2026-11.
private func systemPolicyNames(_ dialect: Dialect) -> Set<String> {
    switch dialect {
    case .aws: []
    case .huawei: Set(SystemPolicies.all.keys)
    case .jd: ["JDCloudAdmin-New", "JDCloudStsAdmin"]
    case .volcengine:
        [
            "AdministratorAccess", "ReadOnlyAccess", "IAMFullAccess", "IAMReadOnlyAccess",
            "STSAssumeRoleAccess",
            "AccessKeySelfManageAccess",
        ]
    }
}
