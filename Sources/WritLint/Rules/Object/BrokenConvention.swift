internal import WritDiagnostics
internal import WritModel

extension Rule {
    /// An object that is not labelled or named as the site does.
    static let brokenConvention = Rule(
        "OBJ026", "broken-convention", .low,
        options: [
            RuleOption("labels", .texts([]), "Labels that every object has to have, such as `owner`."),
            RuleOption(
                "names", .texts([]),
                "Patterns of names by kind, such as `group/team-*`: an object needs one of those of its kind."
            ),
        ],
        page: RulePage(
            summary:
                "An object lacks a label that the site asks for, or is not named as the site names its kind.",
            why: """
                Nobody knows whom to ask before it is changed, by which ticket it came, or when it can go. Silent until labels or \
                names are set. The password policy needs neither.
                """,
            avoid: "metadata: {name: Ledger}",
            prefer: "metadata: {name: team-ledger, labels: {owner: payments}}",
            references: ["AWS Config required-tags", "Azure Policy: require a tag on resources"]),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    let labels = report.texts("labels")
    var patterns: [Kind: [String]] = [:]
    for text in report.texts("names") {
        if let address = Address(parsing: text) {
            patterns[address.kind, default: []].append(address.name)
        } else {
            report.refuse(text, of: "names", help: "write a kind and a pattern, such as `group/team-*`")
        }
    }
    guard !labels.isEmpty || !patterns.isEmpty else { return }
    for object in account.objects where !object.address.kind.isSingleton {
        let missing = labels.filter { object.labels[$0]?.isEmpty ?? true }
        if !missing.isEmpty {
            report.find(
                "`\(object.address)` has no label \(listed(missing))", at: .object(object.address),
                help: "add it to `labels` in `metadata`")
        }
        if let wanted = patterns[object.address.kind], !NamePatterns(wanted).has(object.address.name) {
            report.find(
                "`\(object.address)` is not named as a \(object.address.kind.rawValue) is: \(listed(wanted))",
                at: .object(object.address), help: "rename it, with its old name in `formerly`")
        }
    }
}
