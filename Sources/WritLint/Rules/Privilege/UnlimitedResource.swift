internal import WritDiagnostics
internal import WritPolicy

extension Rule {
    /// An action that could be limited to named resources is allowed on every resource.
    static let unlimitedResource = Rule(
        "SEC004", "unlimited-resource", .medium,
        page: RulePage(
            summary: "An action that could be limited to named resources is allowed on every resource.",
            why: """
                A slip or a stolen key deletes and overwrites everything of the sort, not the one thing that the job is about.
                """,
            avoid: #"""
                Effect: Allow
                Action: ["obs:object:DeleteObject"]
                Resource: ["*"]
                """#,
            prefer: #"""
                Effect: Allow
                Action: ["obs:object:DeleteObject"]
                Resource: ["obs:*:*:object:uploads/*"]
                """#,
            references: ["parliament RESOURCE_STAR", "Checkov CKV_AWS_355, CKV_AWS_356"]),
        check: .statement(of: .reaches(.namedResource), inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    for reached in statement.unlimited(.namedResource, in: policy) {
        // A wildcard is another rule's finding.
        if reached.pattern.glob.hasOpenOperation { continue }
        report.find(
            reached.sentence("is allowed on every resource"), at: reached.pattern.path, of: policy,
            label: "could name its resources", help: "name the resources that are meant")
    }
}
