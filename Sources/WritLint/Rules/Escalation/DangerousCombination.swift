internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// Policies that only together make an administrator.
    static let dangerousCombination = Rule(
        "ESC014", "dangerous-combination", .high,
        page: RulePage(
            summary:
                "Policies that are harmless by themselves make an administrator of whoever holds them together.",
            why: """
                Each was reviewed alone. No look at single documents finds it: one group gives the right to pass an agency, another \
                the right to start a server.
                """,
            avoid: """
                kind: User
                spec:
                  groups: [passes-agencies, starts-servers]
                """,
            prefer: """
                kind: User
                spec:
                  groups: [starts-servers]
                """,
            references: ["PMapper"]),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    for row in account.escalationRows {
        guard let step = row.path.steps.first, let principal = row.principals.first, step.actor == principal,
            let parts = parts(of: step), !parts.contains(where: { isEnough($0, row, account) }),
            let last = parts.last
        else { continue }
        let names = parts.map { "`\($0)`" }.joined(separator: " and ")
        let routes = step.requests.flatMap(\.grounds).compactMap(\.route)
        let notes = parts.compactMap { part -> (message: String, place: Place?)? in
            let request = step.requests.first { $0.policies.contains(part) }
            return request.map { ("`\(part)` gives `\($0.question.action)`", account.place(of: $0)) }
        }
        report.find(
            "\(named(row.principals)) can become \(row.principals.count > 1 ? "administrators" : "an administrator") only by \(names) together",
            at: routes.first { $0.attachment.policy == last }.flatMap { account.place(of: $0) }
                ?? account.nearest(row.principals),
            notes: notes, help: "give them to different people, or narrow one of them")
    }
}

/// The policies that the requests of a step need, where no single one is enough for all of them.
private func parts(of step: EscalationStep) -> [PolicyReference]? {
    let needed = step.requests.map(\.policies).filter { !$0.isEmpty }
    guard var common = needed.first, needed.count > 1 else { return nil }
    for policies in needed { common.formIntersection(policies) }
    guard common.isEmpty else { return nil }
    return Set(needed.compactMap { $0.min() }).sorted()
}

/// Whether the way is open to somebody who holds one of the policies alone: asked again of such an account.
private func isEnough(_ policy: PolicyReference, _ row: EscalationRow, _ account: LintedAccount) -> Bool {
    guard let principal = row.principals.first, let method = row.path.steps.first?.method else {
        return false
    }
    let access = account.access
    var facts = access.facts
    facts.memberships = facts.memberships.filter { $0.user != principal.name || principal.kind != .user }
    facts.attachments = facts.attachments.filter { $0.key.principal != principal }
    for grant in access.grants(of: principal) where grant.attachment.policy == policy {
        var key = grant.attachment
        key.principal = principal
        facts.attachments[key] = .some(grant.expires)
    }
    let alone = AccountAccess(facts, dialect: access.dialect, account: access.account)
    return EscalationSearch(alone, at: account.asOf).methods(of: principal).contains(method.id)
}

extension EscalationRequest {
    /// The policies that allow it.
    fileprivate var policies: Set<PolicyReference> {
        Set(
            grounds.compactMap { ground in
                if case .policy(let terms) = ground.source { terms.policy } else { nil }
            })
    }
}
