internal import WritDiagnostics
internal import WritManifest
internal import WritModel
internal import WritPolicy

extension Rule {
    /// An Allow of which other Allows give everything.
    static let coveredStatement = Rule(
        "RED003", "covered-statement", .low,
        page: RulePage(
            summary: "Other statements of the document allow all that a statement allows.",
            why: """
                It gives nothing. Whoever changes or removes it believes that access changes, and whoever reads it believes that \
                the others do not give it.
                """,
            avoid: #"""
                - {Effect: Allow, Action: ["obs:*:*"]}
                - {Effect: Allow, Action: ["obs:object:GetObject"]}
                """#,
            prefer: #"- {Effect: Allow, Action: ["obs:*:*"]}"#,
            fixSafety: """
                Unsafe: takes the statement out. What the document allows stays the same, proved; its Sid and comments go, and \
                perhaps it was the wide statement that was not meant.
                """,
            references: ["AWS Access Analyzer REDUNDANT_STATEMENT"]),
        check: .policy(inspect))
}

private func inspect(_ policy: LintedPolicy, _ report: inout Report) {
    var gone: Set<Int> = []
    var found: [(statement: LintedStatement, covers: [LintedStatement])] = []
    // From the last one: of two that say the same the first stays.
    for (id, statement) in policy.redundant(.covered).reversed()
    where gone.isEmpty || policy.redundancySearch.isCovered(id, by: { !gone.contains($0) }) {
        gone.insert(id)
        found.append((statement, covers(of: id, in: policy, without: gone)))
    }
    for (statement, covers) in found.reversed() {
        let message =
            covers.count == 1
            ? "\(covers[0].title) allows all that this one does"
            : "the other statements together allow all that this one does"
        report.find(
            message, at: statement.effectPath, of: policy, label: "adds nothing",
            notes: covers.map { ("\($0.title) allows it here", .value($0.effectPath, of: policy.id)) },
            help: "take the statement out, or narrow what covers it",
            fix: Fix("take the statement out", .unsafe, .document([.remove(statement.path)], of: policy.id)))
    }
}

/// The one statement that is enough; none where it takes several.
private func covers(of id: Int, in policy: LintedPolicy, without gone: Set<Int>) -> [LintedStatement] {
    let cover = policy.set.statements.indices.first { other in
        !gone.contains(other) && policy.set.statements[other].effect == .allow
            && policy.redundancySearch.isCovered(id, by: { $0 == other })
    }
    return cover.flatMap(policy.statement).map { [$0] } ?? []
}
