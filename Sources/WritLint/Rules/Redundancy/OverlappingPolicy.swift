internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// A policy that another one holds.
    static let overlappingPolicy = Rule(
        "RED009", "overlapping-policy", .info,
        page: RulePage(
            summary: "A policy means the same as another one, or adds nothing beside it.",
            why:
                "Two names for one thing drift apart: the next change is made in one of them, and its readers cannot tell which is meant.",
            avoid: """
                policies/dev-read.yaml      # ecs:servers:get
                policies/dev-look.yaml      # ecs:*:get*, ecs:*:list*
                """,
            prefer: "policies/dev-look.yaml"),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    let policies = account.policies.filter { $0.kind == .identity && !$0.set.statements.isEmpty }
    for overlap in overlappingPolicies(policies.map(\.set)) {
        let (inner, outer) = (policies[overlap.inner], policies[overlap.outer])
        guard let address = inner.object?.address, let other = outer.object?.address else { continue }
        report.find(
            overlap.isEqual
                ? "`\(address)` means the same as `\(other)`" : "`\(address)` adds nothing beside `\(other)`",
            at: .object(address), notes: [("`\(other)` is here", .object(other))],
            help: overlap.isEqual
                ? "keep one of them"
                : "keep it where less access is the point, else attach `\(other)` instead")
    }
}
