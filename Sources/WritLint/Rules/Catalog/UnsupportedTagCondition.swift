internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// A condition on tags for services that do not say tags.
    static let unsupportedTagCondition = Rule(
        "CAT012", "unsupported-tag-condition", .low, dialects: [.aws],
        page: RulePage(
            summary: "A condition is about tags, and no action of the statement says them, by the catalogue.",
            why: """
                The key is absent in every request: an Allow gives nothing, and a Deny, or a negated condition, does something else \
                than its author thinks.
                """,
            avoid: #"""
                Action: "s3:ListAllMyBuckets"
                Condition: {StringEquals: {"aws:ResourceTag/team": "ops"}}
                """#,
            references: ["AWS Access Analyzer: unsupported tag condition key"]),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    guard statement.listsConditionedActions else { return }
    for condition in statement.conditions {
        let key = condition.meaning.key
        guard ["aws:resourcetag/", "aws:requesttag/", "aws:tagkeys"].contains(where: key.hasPrefix),
            policy.catalogPatterns[statement.index].lack(key)
        else { continue }
        report.find(
            "no action of the statement says `\(condition.meaning.keyName)`", at: condition.path, of: policy,
            key: true, label: "never there",
            help: "limit the resources by their names, or leave the condition out")
    }
}
