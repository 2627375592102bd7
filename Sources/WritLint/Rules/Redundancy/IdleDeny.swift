internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// A Deny that takes nothing from anybody who has it.
    static let idleDeny = Rule(
        "RED005", "idle-deny", .info,
        page: RulePage(
            summary: "A Deny beside Allows takes nothing away from anybody who holds its policy.",
            why: """
                It may be a guard against what is granted later, and is then right. Or it is misspelled, and what it was meant to \
                forbid is allowed.
                """,
            avoid: #"""
                - {Effect: Allow, Action: ["ecs:servers:get"]}
                - {Effect: Deny, Action: ["obs:*:*"]}
                """#),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    var holders: [PolicyReference: Set<GrantClass>] = [:]
    for principal in account.access.principals where !account.access.isDisabled(principal) {
        let grants = account.access.grantClass(of: principal)
        for terms in grants.terms { holders[terms.policy, default: []].insert(grants) }
    }
    for policy in account.policies where policy.kind == .identity {
        // A document of Denies alone is a guard by design.
        guard policy.set.statements.contains(where: { $0.effect == .allow }),
            let address = policy.object?.address, let classes = holders[.custom(address.name)]
        else { continue }
        // What its own Allows lose needs no look at who holds it.
        let idle = policy.redundantDenies
        for found in idle {
            let statement = policy.set.statements[found.statement]
            guard let written = policy.statement(found.statement),
                classes.allSatisfy({ isIdle(statement, of: .custom(address.name), for: $0, account) })
            else { continue }
            report.find(
                "the Deny takes nothing away from anybody who holds `\(address)`", at: written.effectPath,
                of: policy, label: "denies what nothing allows",
                help:
                    "leave it as a guard, or look whether its actions and resources are spelled as they were meant"
            )
        }
    }
}

/// Whether those with these grants can do the same without the statement: proved.
private func isIdle(
    _ statement: Statement, of policy: PolicyReference, for grants: GrantClass, _ account: LintedAccount
) -> Bool {
    let effective = account.access.effectivePolicies(of: grants)
    guard effective.unknown.isEmpty else { return false }
    let set = effective.set
    let rest = set.keeping { id in
        effective.terms[set.documents[id]].policy != policy || set.statements[id].index != statement.index
    }
    return gained(old: set, new: rest).verdict == false
}
