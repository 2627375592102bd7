internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// A condition on a tag that does not say which.
    static let missingTagKey = Rule(
        "CND019", "missing-tag-key", .error,
        page: RulePage(
            summary: "A condition is about a tag and does not say the tag's key.",
            why: "No request has a key of that name, so that the condition is never true.",
            avoid: #"Condition: {StringEquals: {"g:ResourceTag/": ["ops"]}}"#,
            prefer: #"Condition: {StringEquals: {"g:ResourceTag/team": ["ops"]}}"#,
            references: ["AWS Access Analyzer: missing tag key"]),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    for condition in statement.conditions {
        let key = condition.meaning.keyName
        let stem = key.last == "/" ? String(key.dropLast()) : key
        guard !stem.contains("/"), let name = stem.split(separator: ":").last,
            tagKeys.contains(name.lowercased())
        else { continue }
        report.find(
            "`\(key)` does not say which tag", at: condition.path, of: policy, key: true,
            help: "write the tag's key behind it, as in `\(stem)/team`")
    }
}

private let tagKeys: Set<String> = ["resourcetag", "requesttag", "principaltag", "existingobjecttag"]
