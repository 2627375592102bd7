internal import WritDiagnostics
internal import WritModel

extension Rule {
    /// A system policy that comes close to the whole account.
    static let strongSystemPolicy = Rule(
        "SEC023", "strong-system-policy", .high,
        options: [
            RuleOption(
                "policies", .texts([]), "Further system policies and roles that count as strong, by name.")
        ],
        page: RulePage(
            summary: "A user or an agency holds a system policy that comes close to the whole account.",
            why: """
                Such policies are for a group of a few people. On a user nobody sees who else has them; on an agency another account or \
                a program has them.
                """,
            avoid: #"""
                kind: User
                spec:
                  policies: [{system: Tenant Administrator}]
                """#,
            prefer: #"""
                kind: User
                spec:
                  groups: [network-operators]
                """#,
            references: [
                "Huawei Cloud Access Analyzer: high-risk system policy or role",
                "Checkov CKV_AWS_274, CKV_AWS_275",
                "Prowler iam_user_administrator_access_policy",
            ]),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    let further = Set(report.texts("policies"))
    for object in account.objects(.user) + account.objects(.agency) {
        guard let list = object.policies, list.mode != .none, !account.trustsService(object) else { continue }
        for (index, item) in list.items.enumerated() {
            guard case .system(let name) = item.policy, further.contains(name) || account.isStrong(name)
            else {
                continue
            }
            report.find(
                "\(object.address) holds the system policy `\(name)`, which comes close to the whole account",
                at: .item(object.address, .policies, index), label: "comes close to the whole account",
                help: "attach what the work needs, or put the people into a group that holds it")
        }
    }
}
