internal import WritDiagnostics
internal import WritModel

extension Rule {
    /// Passwords of one character.
    static let repeatedCharacters = Rule(
        "ACC007", "repeated-characters", .low, dialects: [.huawei],
        options: [
            RuleOption("maximum", .integer(2), "How often a character may stand in a row.", range: 1...32)
        ],
        page: RulePage(
            summary:
                "One character may stand in a password any number of times in a row, or more often than agreed.",
            why:
                "A long password of one character is guessed first: `aaaaaaaaaaaA1!` passes every other setting.",
            avoid: "maximumRepeats: 0", prefer: "maximumRepeats: 2",
            fixSafety: "Unsafe: such passwords have to be changed.",
            references: ["Huawei Cloud IAM password policy"]),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    guard let policy = account.passwordPolicy, let repeats = account.passwordSetting(.maximumRepeats) else {
        return
    }
    let wanted = report.integer("maximum")
    guard repeats == 0 || repeats > wanted else { return }
    let often = repeats == 0 ? "any number of times" : "\(repeats) times"
    report.findSetting(
        "one character may stand \(often) in a row", .maximumRepeats, of: policy, wanted: .integer(wanted))
}
