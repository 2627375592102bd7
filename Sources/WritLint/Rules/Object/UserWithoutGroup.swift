internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// A user in no group, or not in one that all have to be in.
    static let userWithoutGroup = Rule(
        "OBJ005", "user-without-group", .low,
        options: [
            RuleOption("required", .texts([]), "Groups that every user has to be in."),
            RuleOption(
                "except", .texts([]), "Patterns of names of users who need no group, such as programs."),
        ],
        page: RulePage(
            summary: "A user is in no group, or not in a group that the site asks for.",
            why: """
                What is attached to groups does not reach it, the rules that deny something to everybody included. Disabled users \
                are left out, and users whose groups are not known in full.
                """,
            avoid: "kind: User\nmetadata: {name: bob}\nspec: {groups: []}",
            prefer: "kind: User\nmetadata: {name: bob}\nspec: {groups: [all-staff]}",
            references: [
                "Huawei Cloud Config iam-user-group-membership-check", "Checkov CKV2_AWS_21",
            ]),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    let (required, exempt) = (report.texts("required"), report.patterns("except"))
    let groups = Dictionary(grouping: account.knownFacts().memberships, by: \.user)
    for user in account.enabledUsers where !exempt.has(user.address.name) {
        let name = user.address.name
        let own = Set((groups[name] ?? []).map(\.group))
        if own.isEmpty, required.isEmpty, account.knowsAll(.groups, of: user) {
            report.find(
                "`\(name)` is in no group", at: .list(user.address, .groups),
                help: "add a group, or delete the user")
        }
        let missing = required.filter { group in
            let isKnown =
                account.knowsAll(.groups, of: user)
                || account.state.objects[Address(.group, group)]?.members?.mode == .exactly
            return isKnown && !own.contains(group)
        }
        if !missing.isEmpty {
            report.find(
                "`\(name)` is not in \(listed(missing)), where every user has to be",
                at: .list(user.address, .groups), help: "add it to `groups`")
        }
    }
}
