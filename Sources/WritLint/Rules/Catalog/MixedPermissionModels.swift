internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// An action of one of Huawei's permission models in a document of the other.
    static let mixedPermissionModels = Rule(
        "CAT011", "mixed-permission-models", .high, dialects: [.huawei],
        page: RulePage(
            summary:
                "A document of one of Huawei's permission models names an action that only the other one has.",
            why: """
                Roles and custom policies (1.0, 1.1) and identity policies (5.0) are two systems that do not mix. The entry does \
                nothing, and the access that it seems to give or deny is decided elsewhere.
                """,
            avoid: #"""
                Version: "5.0"
                Statement: [{Effect: Deny, Action: ["iam:permissions:grantRoleToGroup"]}]
                """#,
            references: ["Huawei Cloud IAM: identity policies and role or policy based authorization"]),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    guard let version = policy.version else { return }
    for pattern in policy.catalogPatterns[statement.index] where pattern.prefix?.lowercased() == "iam" {
        let name = pattern.writtenName.lowercased()
        if version == "5.0", olderParts.contains(where: name.hasPrefix) {
            report.find(
                "`\(pattern.pattern.text)` is an action of the older permission model in a 5.0 policy",
                at: pattern.pattern.path, of: policy,
                help: "list the action of identity policies, or write a custom policy (1.1)")
        } else if version != "5.0", name.hasPrefix(":") || name.hasSuffix("v5") {
            report.find(
                "`\(pattern.pattern.text)` is an action of 5.0 policies in a \(version) policy",
                at: pattern.pattern.path, of: policy,
                help: "list the action of the older model, or write an identity policy (5.0)")
        }
    }
}

/// Roles, custom policies and their grants exist in the older model alone.
private let olderParts = [
    "roles:", "permissions:grantrole", "permissions:revokerole", "permissions:checkrole",
    "permissions:listroles", "permissions:listroleassignments",
]
