internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// A key that is none, or an id of a network that is none.
    static let malformedConditionKey = Rule(
        "CND022", "malformed-condition-key", .error,
        page: RulePage(
            summary:
                "A condition key is not `service:name`, or holds a blank; or under AWS the id of a network is none.",
            why:
                "No request has such a key or value: the condition is never true, or the vendor refuses the document.",
            avoid: #"Condition: {IpAddress: {"g:Source Ip": ["203.0.113.0/24"]}}"#,
            prefer: #"Condition: {IpAddress: {"g:SourceIp": ["203.0.113.0/24"]}}"#,
            references: ["AWS Access Analyzer: invalid condition key format, invalid VPC identifier"]),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    for condition in statement.conditions {
        if let problem = problem(with: condition.meaning.keyName) {
            report.find(
                "`\(condition.meaning.keyName)` is no condition key: \(problem)", at: condition.path,
                of: policy,
                key: true, help: "write a key as `\(policy.dialect.globalPrefix)SourceIp`")
            continue
        }
        guard policy.dialect == .aws, let start = idStarts[condition.meaning.key],
            condition.meaning.operator.test != .absence
        else { continue }
        for value in condition.values where !isID(value, start) {
            report.find(
                "`\(value.text)` is no id that `\(condition.meaning.keyName)` can have", at: value.path,
                of: policy, help: "write an id such as `\(start)0abc12de34f567890`")
        }
    }
}

/// What a key lacks. A tag's key, behind the slash, may hold anything.
private func problem(with key: String) -> String? {
    let stem = key.prefix { $0 != "/" }
    let named = stem.contains(":") ? stem : key[...]
    guard let colon = named.firstIndex(of: ":") else { return "it names no service" }
    if named[..<colon].isEmpty { return "it names no service" }
    if named[named.index(after: colon)...].isEmpty { return "it has no name" }
    if stem.contains(where: \.isWhitespace) { return "it holds a blank" }
    return nil
}

private let idStarts = ["aws:sourcevpc": "vpc-", "aws:sourcevpce": "vpce-"]

private func isID(_ value: WrittenCondition.Value, _ start: String) -> Bool {
    guard case .pattern(let pattern) = value.meaning, let glob = pattern.constant, glob.isLiteral else {
        return true
    }
    // A wildcard that its operator takes as a character is another rule's finding.
    if value.text.contains(where: { "*?".contains($0) }) { return true }
    guard value.text.hasPrefix(start) else { return false }
    let rest = value.text.dropFirst(start.count)
    return (8...17).contains(rest.count) && rest.allSatisfy { $0.isHexDigit && !$0.isUppercase }
}
