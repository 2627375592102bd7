internal import WritDiagnostics
internal import WritManifest
internal import WritModel
internal import WritPolicy

extension Rule {
    /// An Allow of which Denies take everything away.
    static let shadowedAllow = Rule(
        "RED004", "shadowed-allow", .medium,
        page: RulePage(
            summary: "Denies of the document refuse all that an Allow of it allows.",
            why: """
                The Allow never counts: either somebody lacks access that was meant, or the access comes back the moment the Deny \
                is changed.
                """,
            avoid: #"""
                - {Effect: Allow, Action: ["obs:object:GetObject"]}
                - {Effect: Deny, Action: ["obs:*:*"]}
                """#,
            prefer: #"- {Effect: Deny, Action: ["obs:*:*"]}"#,
            fixSafety: """
                Unsafe: takes the Allow out. What the document allows stays the same, proved, but perhaps the Deny is the \
                statement that is too wide.
                """),
        check: .policy(inspect))
}

private func inspect(_ policy: LintedPolicy, _ report: inout Report) {
    for (id, statement) in policy.redundant(.shadowed) {
        let denials = policy.set.statements.indices.filter { policy.set.statements[$0].effect == .deny }
        guard !denials.isEmpty, gained(old: PolicySet([]), new: policy.about(id)).verdict == true else {
            continue
        }
        let one = denials.first { denial in
            let both = policy.set.keeping { $0 == id || $0 == denial }
            return gained(old: PolicySet([]), new: both).verdict == false
        }
        let deny = one.flatMap(policy.statement)
        report.find(
            deny.map { "\($0.title) denies all that this one allows" }
                ?? "the Denies of the document refuse all that this statement allows",
            at: statement.effectPath, of: policy, label: "never counts",
            notes: deny.map { [("it is denied here", .value($0.effectPath, of: policy.id))] } ?? [],
            help: "narrow the Deny, or take the Allow out",
            fix: Fix("take the Allow out", .unsafe, .document([.remove(statement.path)], of: policy.id)))
    }
}
