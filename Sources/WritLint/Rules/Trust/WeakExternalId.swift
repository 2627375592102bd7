internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// An external id that others can guess.
    static let weakExternalId = Rule(
        "TRU013", "weak-external-id", .medium,
        options: [
            RuleOption(
                "minimumLength", .integer(8), "The fewest characters of an external id.", range: 2...1224)
        ],
        page: RulePage(
            summary: "An external id is short, can be guessed, or stands in agencies for different accounts.",
            why: """
                The id is what keeps another customer of the same provider out. One that can be guessed, or that two providers know, \
                keeps nobody out.
                """,
            avoid: #"Condition: {StringEquals: {"sts:ExternalId": "12345"}}"#,
            prefer: #"Condition: {StringEquals: {"sts:ExternalId": "8e1d5c0a-6f7b-4b1e"}}"#),
        check: .account(inspect))
}

private struct Use {
    var id: String
    var path: ElementPath
    var policy: LintedPolicy
    var accounts: Set<String>
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    let uses = account.trustPolicies.flatMap { policy in
        policy.statements.flatMap { externalIDs($0, policy) }
    }
    let length = report.integer("minimumLength")
    for use in uses {
        let known = use.accounts.union([account.target.account, use.policy.name])
        let problem: String
        if use.id.count < length {
            problem = "has fewer than \(length) characters"
        } else if isGuessable(use.id) || known.contains(use.id) {
            problem = "can be guessed"
        } else if let other = uses.first(where: {
            $0.id == use.id && $0.policy.id != use.policy.id && $0.accounts.isDisjoint(with: use.accounts)
        }) {
            problem = "is that of agency/\(other.policy.name) too, which trusts somebody else"
        } else {
            continue
        }
        report.find(
            "the external id `\(use.id)` \(problem)", at: use.path, of: use.policy, label: "keeps nobody out",
            help: "agree on a long random id for this one trust")
    }
}

private func externalIDs(_ statement: LintedStatement, _ policy: LintedPolicy) -> [Use] {
    guard statement.letsIn, let conditions = statement.element("Condition") else { return [] }
    let accounts = Set(statement.principals.compactMap { $0.entry.account(policy.dialect) })
    return conditions.members.filter { !$0.name.lowercased().contains("not") }.flatMap { test in
        test.members.filter { $0.name.lowercased() == externalIDKey }.flatMap(\.texts).map { text, path in
            Use(id: text, path: path, policy: policy, accounts: accounts)
        }
    }
}

/// Whether an id is digits alone, one character over and over, or a word that anybody would try.
private func isGuessable(_ id: String) -> Bool {
    let folded = id.lowercased()
    if folded.allSatisfy({ $0.isNumber }) || Set(folded).count < 3 || folded.contains("*") { return true }
    return ["externalid", "external-id", "external_id", "changeme", "password", "abcdefgh", "qwertyui"]
        .contains { folded.hasPrefix($0) }
}
