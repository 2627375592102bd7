internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// A key without the one that it needs beside it.
    static let unpairedConditionKey = Rule(
        "CND018", "unpaired-condition-key", .medium, dialects: [.aws, .huawei],
        page: RulePage(
            summary: "A key is used without the key that the vendor wants beside it.",
            why: """
                The age of a second factor says nothing where there was none; a private address is unique inside its network \
                alone; a bucket's name does not say whose bucket it is.
                """,
            avoid: #"Condition: {NumberLessThan: {"g:MFAAge": ["3600"]}}"#,
            prefer: #"""
                Condition:
                  Bool: {"g:MFAPresent": ["true"]}
                  NumberLessThan: {"g:MFAAge": ["3600"]}
                """#,
            references: ["AWS Access Analyzer: missing paired condition keys"]),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    guard let reading = statement.reading else { return }
    let keys = Set(reading.conditions.map(\.key))
    var said: Set<String> = []
    for condition in statement.conditions where condition.meaning.operator.test != .absence {
        let key = condition.meaning.key
        guard let partners = pairs[key], keys.isDisjoint(with: partners), !said.contains(key),
            isNeeded(condition, reading, policy)
        else { continue }
        said.insert(key)
        let names = partners.map { "`\(policy.dialect.knownKey($0)?.name ?? $0)`" }
        report.find(
            "`\(condition.meaning.keyName)` stands without \(names.joined(separator: " or "))",
            at: condition.path, of: policy, key: true, help: "add a condition on \(names[0])")
    }
}

/// The keys that want one of others beside them.
private let pairs: [String: [String]] = [
    "aws:multifactorauthage": ["aws:multifactorauthpresent"], "g:mfaage": ["g:mfapresent"],
    "aws:vpcsourceip": ["aws:sourcevpc", "aws:sourcevpce", "aws:sourcevpcarn"],
    "g:vpcsourceip": ["g:sourcevpc", "g:sourcevpce"],
    "aws:sourcearn": ["aws:sourceaccount", "aws:sourceorgid", "aws:sourceorgpaths", "aws:sourceowner"],
    "g:sourceurn": ["g:sourceaccount", "g:sourceorgid", "g:sourceorgpath"],
]

private func isNeeded(_ condition: WrittenCondition, _ reading: Statement, _ policy: LintedPolicy) -> Bool {
    switch condition.meaning.key {
    case "aws:multifactorauthage":
        // AWS: the key is there with a second factor alone, so that an Allow is safe by it.
        return reading.effect == .deny
            ? policy.escapes(reading, without: condition.meaning)
            : policy.requests(meeting: reading.conditions, without: condition.meaning).verdict == true
    case "aws:sourcearn", "g:sourceurn":
        let account = policy.dialect == .aws ? 4 : 2
        // A Deny of other sources is no less strict without the account.
        return reading.effect == .allow
            && condition.values.contains { value in
                let parts = value.text.split(separator: ":", omittingEmptySubsequences: false)
                return parts.count > account && (parts[account].isEmpty || parts[account] == "*")
            }
    default: return true
    }
}
