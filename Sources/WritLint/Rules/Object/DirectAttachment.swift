internal import WritDiagnostics
internal import WritModel

extension Rule {
    /// A user who holds policies of its own.
    static let directAttachment = Rule(
        "OBJ003", "direct-attachment", .medium,
        options: [
            RuleOption(
                "except", .texts([]),
                "Patterns of names of users who may hold policies themselves, such as programs."),
            RuleOption("temporary", .boolean(false), "Whether attachments that end may be direct."),
        ],
        page: RulePage(
            summary: "A policy is attached to a user and not to a group.",
            why: """
                What somebody may do hangs on the person and not on the work: it stays when the work changes, and the next person \
                who does the work asks for it again, one policy at a time.
                """,
            avoid: "kind: User\nspec: {policies: [ledger-read]}",
            prefer:
                "kind: Group\nmetadata: {name: ledger-readers}\nspec: {members: [ann], policies: [ledger-read]}",
            references: [
                "CIS AWS Foundations 1.15", "Checkov CKV_AWS_40",
                "ScoutSuite iam-human-user-with-policies",
                "Prowler iam_policy_attached_only_to_group_or_roles",
            ]),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    let (exempt, allowsTemporary) = (report.patterns("except"), report.boolean("temporary"))
    for user in account.objects(.user) where !exempt.has(user.address.name) {
        let items = (user.policies?.wanted ?? []).filter { !(allowsTemporary && $0.expires != nil) }
        guard !items.isEmpty else { continue }
        var names: [String] = []
        for item in items where !names.contains(item.policy.name) { names.append(item.policy.name) }
        report.find(
            "`\(user.address.name)` holds \(listed(names)) itself and not by a group",
            at: .list(user.address, .policies),
            help: "attach what the work needs to a group, and make the user a member")
    }
}
