internal import WritDiagnostics
internal import WritModel

extension Rule {
    /// More administrators than anybody looks after.
    static let tooManyAdministrators = Rule(
        "OBJ016", "too-many-administrators", .medium,
        options: [
            RuleOption("limit", .integer(5), "How many users may be administrators.", range: 0...1000)
        ],
        page: RulePage(
            summary: "More users than agreed can hand out any permission.",
            why: """
                Each of them is a way to the whole account. Who is an administrator is worked out from what is attached, by \
                whatever way: whoever gets into a group that may grant everything counts, whatever its name is.
                """,
            avoid:
                "kind: Group\nmetadata: {name: operations}  # with 12 members\nspec: {policies: [{system: FullAccess}]}",
            prefer:
                "kind: Group\nmetadata: {name: break-glass}  # with two members\nspec: {policies: [{system: FullAccess}]}",
            references: [
                "Huawei Cloud Config: members of the admin group",
                "Azure Security Benchmark PA-1",
            ]),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    let limit = report.integer("limit")
    let names = account.administrators.sorted()
    guard names.count > limit else { return }
    let notes = names.map { name in
        (message: "`\(name)` is one", place: Optional(Place.object(Address(.user, name))))
    }
    report.find(
        "\(names.count) users are administrators, more than \(limit)", at: .target, notes: notes,
        help: "give most of them what their work needs and no more")
}
