internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// An attachment or a membership that gives nothing beside the others.
    static let idleGrant = Rule(
        "RED007", "idle-grant", .low,
        page: RulePage(
            summary: "An attachment or a membership gives its principal nothing beside what else it has.",
            why:
                "Taking access away then takes two changes, and whoever makes only the one believes that it is gone.",
            avoid: """
                kind: User
                spec:
                  groups: [developers]        # has servers-read
                  policies: [servers-read]
                """,
            prefer: """
                kind: User
                spec:
                  groups: [developers]
                """,
            fixSafety: """
                Unsafe: takes the attachment out of the list. Nobody's access changes, proved, but it comes to hang on the other \
                grants.
                """),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    var search = IdleGrants(access: account.access)
    for object in account.objects where object.address.kind.isPrincipal {
        var rest = account.access.grants(of: object.address)
        guard rest.count > 1 else { continue }
        for grant in rest where grant.attachment.principal == object.address {
            let others = rest.filter { $0 != grant }
            guard let place = account.place(of: grant), search.isIdle(grant.terms, beside: others) else {
                continue
            }
            rest = others
            report.find(
                "`\(grant.attachment.policy)` gives `\(object.address)` nothing that it has not got otherwise",
                at: place, label: "adds nothing", notes: notes(grant, others, account),
                help: "take it out of the list", fix: fix(grant, object))
        }
        for membership in account.access.groups(of: object.address) {
            let group = Address(.group, membership.group)
            let own = rest.filter { $0.membership == membership }
            let others = rest.filter { $0.membership != membership }
            guard !own.isEmpty, account.access.facts.partial[group]?.contains(.policies) != true,
                let place = account.place(of: membership),
                own.allSatisfy({ search.isIdle($0.terms, beside: others) }),
                search.isSame(rest, others)
            else { continue }
            rest = others
            report.find(
                "`\(group)` gives `\(object.address)` nothing that it has not got otherwise", at: place,
                label: "adds nothing", help: "take the user out of the group")
        }
    }
}

private func notes(
    _ grant: Grant, _ others: [Grant], _ account: LintedAccount
) -> [(message: String, place: Place?)] {
    others.filter { $0.terms == grant.terms }.prefix(1).map { other in
        ("`\(other.attachment.principal)` has it too", account.place(of: other))
    }
}

private func fix(_ grant: Grant, _ object: DesiredObject) -> Fix? {
    guard let list = object.policies, list.mode != .none else { return nil }
    var object = object
    object.policies?.items.removeAll {
        $0.policy == grant.attachment.policy && ($0.scope ?? .account) == grant.attachment.scope
    }
    return Fix("take it out of the list", .unsafe, .object(object))
}

/// Compares what grants say together, each combination once.
private struct IdleGrants {
    let access: AccountAccess
    private var known: [Pair: Bool] = [:]

    init(access: AccountAccess) { self.access = access }

    private struct Pair: Hashable {
        var few: Set<GrantTerms>
        var many: Set<GrantTerms>
    }

    /// Whether the others give the same without these terms as with them: proved.
    mutating func isIdle(_ terms: GrantTerms, beside others: [Grant]) -> Bool {
        let few = Set(others.map(\.terms))
        return isSame(few, few.union([terms]))
    }

    mutating func isSame(_ a: [Grant], _ b: [Grant]) -> Bool {
        isSame(Set(b.map(\.terms)), Set(a.map(\.terms)))
    }

    private mutating func isSame(_ few: Set<GrantTerms>, _ many: Set<GrantTerms>) -> Bool {
        if few == many { return true }
        let pair = Pair(few: few, many: many)
        if let answer = known[pair] { return answer }
        let sides = [few, many].map {
            access.effectivePolicies(of: GrantClass(terms: $0, isDisabled: false))
        }
        // What refuses what nobody is granted yet is a guard, and no less needed for it.
        let answer =
            sides[1].unknown.isEmpty && areEqual(sides[0].set, sides[1].set)
            && gained(old: sides[0].set.denials, new: sides[1].set.denials).verdict == false
        known[pair] = answer
        return answer
    }
}
