internal import WritDiagnostics
internal import WritManifest
internal import WritModel
internal import WritPolicy

extension Rule {
    /// An entry that a wider one of its list covers.
    static let coveredEntry = Rule(
        "RED002", "covered-entry", .low,
        page: RulePage(
            summary:
                "An entry of a list of actions or resources is covered by a wider entry of the same list.",
            why: """
                It gives nothing, and hides how wide the list is: whoever takes it out to close something finds that nothing \
                was closed.
                """,
            avoid: #"Action: ["ecs:*:get*", "ecs:servers:get"]"#,
            prefer: #"Action: ["ecs:*:get*"]"#,
            fixSafety: "Safe: takes the narrower entry out, of which the wider one has all.",
            references: ["AWS Access Analyzer REDUNDANT_ACTION, REDUNDANT_RESOURCE"]),
        check: .policy(inspect))
}

private func inspect(_ policy: LintedPolicy, _ report: inout Report) {
    // Two spellings of one entry are no less superfluous; the very same text is another rule's.
    for entry in policy.coveredEntries where entry.text != entry.coveredBy {
        report.find(
            "`\(entry.text)` is covered by `\(entry.coveredBy)`", at: entry.path, of: policy,
            label: "adds nothing", help: "take it out, or narrow `\(entry.coveredBy)`",
            fix: Fix("take it out", .safe, .document([.remove(entry.path)], of: policy.id)))
    }
}
