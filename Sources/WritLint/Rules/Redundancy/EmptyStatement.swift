internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// A statement that no request is about.
    static let emptyStatement = Rule(
        "RED011", "empty-statement", .medium,
        page: RulePage(
            summary: "No request can be about a statement: its actions or resources leave nothing.",
            why:
                "An Allow that never counts is access that somebody believes to have; a Deny that never counts is a door that somebody believes to be shut.",
            avoid: #"""
                Effect: Deny
                NotAction: ["*:*:*"]
                """#,
            references: ["parliament RESOURCE_MISMATCH"]),
        check: .policy(inspect))
}

private func inspect(_ policy: LintedPolicy, _ report: inout Report) {
    for (id, reading) in policy.reading.statements.enumerated() {
        // Cheap: only what excludes something or names what is no name can be empty.
        let canBeEmpty =
            !reading.actions.excluded.isEmpty || !reading.resources.excluded.isEmpty
            || (reading.resources.included ?? []).contains { $0.segments == nil }
            || reading.actions.included?.isEmpty == true || reading.resources.included?.isEmpty == true
        guard canBeEmpty, policy.redundancySearch.isEmpty(id), let statement = policy.statement(id) else {
            continue
        }
        report.find(
            "no request can be about the statement", at: statement.effectPath, of: policy,
            label: "its actions and resources leave nothing",
            help: "list the actions and resources that are meant")
    }
}
