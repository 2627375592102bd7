internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// An Allow of which a Deny takes a part away.
    static let cutAllow = Rule(
        "RED006", "cut-allow", .info,
        page: RulePage(
            summary: "A Deny of the document takes a part of what an Allow of it gives.",
            why: """
                Nothing is wrong with it. The finding shows what the two come to, which is hard to see from the statements alone.
                """,
            avoid: #"""
                - {Effect: Allow, Action: ["ecs:*:*"]}
                - {Effect: Deny, Action: ["ecs:*:delete*"]}
                """#),
        check: .policy(inspect))
}

private func inspect(_ policy: LintedPolicy, _ report: inout Report) {
    let statements = policy.reading.statements
    // By their places, so that none is copied.
    guard statements.indices.contains(where: { statements[$0].effect == .deny }) else { return }
    let set = policy.set
    let shadowed = Set(policy.redundantAllows.filter { $0.ground == .shadowed }.map(\.statement))
    for (id, denials) in set.denialsMeeting.enumerated() where !denials.isEmpty && !shadowed.contains(id) {
        guard let statement = policy.statement(id) else { continue }
        let alone = set.keeping { $0 == id }
        for denial in denials {
            let both = set.keeping { $0 == id || $0 == denial }
            guard let witness = gained(old: both, new: alone).witness, let deny = policy.statement(denial)
            else { continue }
            report.find(
                "\(deny.title) takes \(cut(of: set.statements[denial])) from what this one allows",
                at: statement.effectPath, of: policy,
                notes: [
                    ("it is denied here", .value(deny.effectPath, of: policy.id)),
                    ("such as " + witness.title, nil),
                ])
        }
    }
}

private func cut(of denial: Statement) -> String {
    guard let actions = denial.actions.included, let first = actions.first else { return "some" }
    return "`\(first.text)`" + (actions.count > 1 ? " and \(actions.count - 1) more" : "")
}
