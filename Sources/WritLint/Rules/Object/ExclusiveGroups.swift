internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// A user in two groups that exclude each other.
    static let exclusiveGroups = Rule(
        "OBJ019", "exclusive-groups", .medium,
        options: [
            RuleOption(
                "pairs", .texts([]),
                "Groups that exclude each other: names by commas, `and` between the two sides.")
        ],
        page: RulePage(
            summary: "A user is in two groups that the site keeps apart.",
            why: """
                What tells groups such as contractors and employees apart is lost where somebody is in both. Silent until pairs \
                are set; `combined-duties` looks at what people may do instead of what their groups are called.
                """,
            avoid: "groups: [contractors, employees]  # pairs: [\"contractors and employees\"]",
            prefer: "groups: [contractors]"),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    let pairs = report.pairs("pairs")
    guard !pairs.isEmpty else { return }
    let groups = Dictionary(grouping: account.access.facts.memberships, by: \.user)
    for (user, memberships) in groups.sorted(by: { $0.key < $1.key }) {
        let own = Set(memberships.map(\.group))
        for pair in pairs {
            guard let first = pair.first.first(where: own.contains),
                let second = pair.second.first(where: own.contains)
            else { continue }
            let places = [first, second].map { account.place(of: Membership(user: user, group: $0)) }
            report.find(
                "`\(user)` is in \(listed([first, second])), which exclude each other",
                at: places[1] ?? .object(Address(.user, user)),
                notes: [("it is in `\(first)` by this", places[0])], help: "take it out of one of the two")
        }
    }
}
