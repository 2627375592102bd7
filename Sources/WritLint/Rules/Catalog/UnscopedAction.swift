internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// An action about no resource, in a statement that lists some.
    static let unscopedAction = Rule(
        "CAT007", "unscoped-action", .medium, dialects: [.aws, .jd],
        page: RulePage(
            summary: """
                An action is about no single resource, and its statement lists resources: it needs `"*"`. For AWS by the \
                catalogue, for JD the actions that list or create.
                """,
            why: "The entry does nothing: a request of such an action names no resource that could match.",
            avoid: #"""
                Action: ["s3:ListAllMyBuckets"]
                Resource: ["arn:aws:s3:::logs"]
                """#,
            prefer: #"""
                Action: ["s3:ListAllMyBuckets"]
                Resource: ["*"]
                """#,
            references: ["parliament RESOURCE_MISMATCH", "JD Cloud IAM: resources of actions"]),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    guard let resources = statement.reading?.resources, resources.excluded.isEmpty,
        let included = resources.included, !included.isEmpty,
        !included.contains(where: \.isEverything)
    else { return }
    for pattern in policy.catalogPatterns[statement.index] {
        guard let service = pattern.service, pattern.isLiteral,
            let action = service.action(pattern.writtenName)
        else { continue }
        let isUnscoped =
            policy.dialect == .jd
            ? isListOrCreation(action.name) && included.allSatisfy(isOneThing)
            : action.needsEverything(beside: included)
        guard isUnscoped else { continue }
        report.find(
            "`\(pattern.pattern.text)` is about no single resource", at: pattern.pattern.path, of: policy,
            label: "needs every resource",
            help: "give it a statement of its own with `Resource`: `*`")
    }
}

/// JD: `createGroup` and `describeGroups` are about no group, `describeGroup` is about one.
private func isListOrCreation(_ name: String) -> Bool {
    name.hasPrefix("create") || (name.hasPrefix("describe") && name.hasSuffix("s") && !name.contains("User"))
}

private func isOneThing(_ resource: ResourcePattern) -> Bool {
    resource.segments?.last?.constant.map { !$0.bytes.contains(Glob.run) } ?? false
}
