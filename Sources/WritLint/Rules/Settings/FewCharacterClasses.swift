internal import WritDiagnostics
internal import WritModel

extension Rule {
    /// Passwords of few sorts of characters.
    static let fewCharacterClasses = Rule(
        "ACC002", "few-character-classes", .low,
        options: [
            RuleOption("minimum", .integer(4), "How many classes of characters passwords need.", range: 1...4)
        ],
        page: RulePage(
            summary: "Passwords need fewer classes of characters than agreed.",
            why: """
                Of the classes upper-case, lower-case, digit and symbol, CIS 1.2 asks for all four. NIST SP 800-63B-4 forbids \
                such rules and asks for length instead: turn this rule off to follow it. `requiredClasses` counts as well.
                """,
            avoid: "minimumCharacterClasses: 2", prefer: "minimumCharacterClasses: 4",
            fixSafety: "Unsafe: passwords of fewer classes have to be changed.",
            references: [
                "CIS AWS Foundations 1.2 1.5-1.8", "Checkov CKV_AWS_11, CKV_AWS_12, CKV_AWS_14, CKV_AWS_15",
            ]),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    guard let policy = account.passwordPolicy else { return }
    let minimum = account.passwordSetting(.minimumCharacterClasses)
    var required: Int?
    if case .list(let items)? = account.value(of: .requiredClasses, of: policy.address) {
        required = items.count
    }
    guard let classes = [minimum, required].compactMap({ $0 }).max() else { return }
    let wanted = report.integer("minimum")
    guard classes < wanted else { return }
    let message = "passwords of \(classes) \(classes == 1 ? "class" : "classes") of characters do"
    if minimum != nil {
        report.findSetting(
            message, .minimumCharacterClasses, of: policy, wanted: .integer(wanted))
    } else {
        report.find(
            message, at: .field(policy.address, .requiredClasses),
            help: "ask for \(wanted) of the four classes")
    }
}
