internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// More policies on an agency or role than the vendor takes.
    static let tooManyAttachments = Rule(
        "LIM008", "too-many-attachments", .error,
        options: [
            RuleOption(
                "mostPolicies", .integer(0),
                "What the account's quota is raised or lowered to; 0 for the vendor's.",
                range: 0...1000)
        ],
        page: RulePage(
            summary: "An agency or role has more policies attached than its vendor takes.",
            why: """
                The attachments over the quota fail at the apply, when the first ones are made: what the role may do is \
                then what happened to come first. AWS and JD Cloud take 10, Huawei 10 of version 5.0, Volcengine 20 custom and 40 \
                system policies.
                """,
            avoid: "A role with eleven policies.",
            prefer: "A policy that says what three of them say.",
            references: [
                "Huawei Cloud IAM, new edition, quotas: identity policies per agency",
                "JD Cloud IAM restrictions: 10 policies for each user, group and role",
                "Volcengine IAM usage restrictions: 40 system and 20 custom policies",
                "AWS IAM quotas: managed policies attached to a role",
            ]),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    let option = report.integer("mostPolicies")
    for agency in account.objects(.agency) {
        guard let list = agency.policies, list.mode != .none else { continue }
        // One policy in several projects is one.
        let all = Set(list.items.map(\.policy))
        let custom = all.filter { if case .custom = $0 { true } else { false } }
        let groups: [(words: String, count: Int, most: Int)] =
            switch account.dialect {
            case .volcengine:
                [("custom policies", custom.count, 20), ("system policies", all.count - custom.count, 40)]
            case .huawei: [("policies of version 5.0", custom.count { isIdentity($0, account) }, 10)]
            case .aws, .jd: [("policies", all.count, 10)]
            }
        for group in groups {
            let most = option > 0 ? option : group.most
            guard group.count > most else { continue }
            report.find(
                "`\(agency.address.name)` has \(group.count) \(group.words) of at most \(most)",
                at: .list(agency.address, .policies), help: "put policies together, or ask for a higher quota"
            )
        }
    }
}

/// Policies of the older model are granted and not attached, and have no such quota.
private func isIdentity(_ policy: PolicyReference, _ account: LintedAccount) -> Bool {
    account.policy(Address(.policy, policy.name))?.form == .huaweiIdentity
}
