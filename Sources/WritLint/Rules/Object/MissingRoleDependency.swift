internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// A role without what it depends on.
    static let missingRoleDependency = Rule(
        "OBJ031", "missing-role-dependency", .medium, dialects: [.huawei],
        page: RulePage(
            summary: "A role is attached without a role that it depends on.",
            why: """
                A role of Huawei Cloud's first model lists in `Depends` what has to be attached to the same group or agency in the \
                same scope. Without it the role has no effect: people are told that they may do something, and cannot. What a user's \
                other groups hold does not count.
                """,
            avoid: "policies: [vpc-operators]  # whose `Depends` names Tenant Guest",
            prefer: "policies: [vpc-operators, {system: Tenant Guest}]",
            references: ["Huawei Cloud IAM: dependencies between roles"]),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    guard !account.access.roleDependencies.isEmpty else { return }
    for object in account.objects {
        // Where the list does not say all, what is needed may be live.
        guard let list = object.policies, list.mode == .exactly else { continue }
        for (index, item) in list.items.enumerated() {
            let key = AttachmentKey(
                principal: object.address, policy: item.policy, scope: item.scope ?? .account)
            let names = account.access.missingRoles(beside: key).map { "`\($0.dependency.name)`" }
            guard !names.isEmpty else { continue }
            report.find(
                "`\(item.policy.name)` has no effect for `\(object.address)` without \(names.joined(separator: ", "))",
                at: .item(object.address, .policies, index),
                help: "attach what it needs with the same scope too, or take it off")
        }
    }
}
