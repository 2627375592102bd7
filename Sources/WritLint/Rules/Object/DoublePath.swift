internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// A policy that reaches a user twice.
    static let doublePath = Rule(
        "OBJ021", "double-path", .info,
        page: RulePage(
            summary: "A policy reaches a user by two paths, so that taking one away takes nothing away.",
            why: """
                Whoever takes the user out of a group to revoke what it gives believes that the access is gone. Policies that \
                only deny are left out.
                """,
            avoid: "groups: [dev, ops]  # both hold `logs-read`"),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    for user in account.enabledUsers {
        let grants = account.access.grants(of: user.address)
        guard Set(grants.map(\.path)).count < grants.count else { continue }
        var first: [Grant.Path: Grant] = [:]
        var doubled: [(membership: Membership, pairs: [(Grant, Grant)])] = []
        for grant in grants where account.allowsSomething(grant.attachment.policy) {
            guard let earlier = first[grant.path] else {
                first[grant.path] = grant
                continue
            }
            guard let membership = grant.membership else { continue }
            if doubled.last?.membership == membership {
                doubled[doubled.count - 1].pairs.append((earlier, grant))
            } else {
                doubled.append((membership, [(earlier, grant)]))
            }
        }
        for (membership, pairs) in doubled {
            let names = listed(pairs.map { $0.0.attachment.policy.name })
            report.find(
                "`\(membership.user)` gets \(names) through `\(membership.group)` and by another path",
                at: account.place(of: membership) ?? .object(user.address),
                notes: pairs.map { pair in
                    let place =
                        pair.0.membership.flatMap(account.place) ?? account.place(of: pair.0.attachment)
                    return ("`\(pair.0.attachment.policy.name)` comes by this path too", place)
                },
                help: "to take it away, take away both")
        }
    }
}

extension Grant {
    /// What is the same of two grants that give the same.
    fileprivate struct Path: Hashable {
        var policy: PolicyReference
        var scope: Scope
    }

    fileprivate var path: Path { Path(policy: attachment.policy, scope: attachment.scope) }
}

extension LintedAccount {
    /// Whether a policy allows something, or nobody knows.
    fileprivate func allowsSomething(_ policy: PolicyReference) -> Bool {
        access.policies[policy]?.statements.contains { $0.effect == .allow } ?? true
    }
}
