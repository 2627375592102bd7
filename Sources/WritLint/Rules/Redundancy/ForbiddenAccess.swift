internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// Access that nobody may have.
    static let forbiddenAccess = Rule(
        "RED014", "forbidden-access", .high,
        options: [
            RuleOption(
                "forbidden", .texts([]),
                "What nobody may do: `ACTION`, or `ACTION on RESOURCE`, both with wildcards."),
            RuleOption(
                "exempt", .texts([]),
                "Who may all the same, as `user/NAME` or `agency/NAME`."),
        ],
        page: RulePage(
            summary: "Somebody can do what `forbidden` says that nobody may.",
            why: """
                A wildcard gives what no one thought of. The question is asked of everything that reaches a principal together, so \
                that a Deny elsewhere counts and a combination of policies does too.
                """,
            avoid: #"Action: ["organizations:*:*"]"#,
            references: ["AWS Access Analyzer CheckAccessNotGranted"]),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    let forbidden = report.texts("forbidden").map(Forbidden.init)
    guard !forbidden.isEmpty else { return }
    let exempt = Set(report.texts("exempt"))
    var search = RegionSearch(account)
    for region in forbidden {
        for row in search.rows(
            [region.action], on: region.resources, isAsked: { !exempt.contains($0.description) })
        {
            report.find(
                "\(named(row.principals)) may do \(row.witness.title), which `\(region.text)` forbids",
                at: row.place, notes: [("\(row.source.title), \(row.statement.title), allows it", nil)],
                help: "narrow the statement, or deny it")
        }
    }
}

private struct Forbidden {
    var text: String
    var action: String
    var resources: [String]

    init(_ text: String) {
        self.text = text
        let words = text.split(separator: " ").map(String.init)
        action = words.first ?? ""
        resources = words.count == 3 && words[1] == "on" ? [words[2]] : []
    }
}
