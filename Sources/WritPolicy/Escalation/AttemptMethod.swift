package import WritModel

/// What comes of trying a method on a target.
struct MethodAttempt {
    var isPossible = true
    /// One for each need, in order, and one for the step into an agency.
    var witnesses: [NeedWitness] = []
    /// Why nobody can tell; none where every need is met.
    var reasons: Set<OpenReason> = []

    static let impossible = MethodAttempt(isPossible: false)
}

/// A request that meets a need.
struct NeedWitness: Hashable {
    var action: String
    var resource: String
    /// Without what follows from the principal and the moment.
    var context: [String: [String]]
    /// The agency that it leads into.
    var agency: String?
    /// Whether the action's name is confirmed.
    var isConfirmed = true
}

extension EscalationSearch {
    /// The first target on which a method is possible for sure, behind the first on which nobody can tell.
    mutating func firstTarget(
        _ method: Int, as actor: Int, among targets: [Address?]
    ) -> [(Address?, MethodAttempt)] {
        var open: [(Address?, MethodAttempt)] = []
        for target in worthTrying(targets, method, actor) {
            let attempt = attempt(method, as: actor, target: target)
            guard attempt.isPossible else { continue }
            if attempt.reasons.isEmpty { return open + [(target, attempt)] }
            if open.isEmpty { open.append((target, attempt)) }
        }
        return open
    }

    /// Whether an actor may do all that a method needs.
    mutating func attempt(_ method: Int, as actor: Int, target: Address?) -> MethodAttempt {
        let method = actions.methods[method]
        var result = MethodAttempt()
        var service: String?
        if case .agency(let entry) = method.target, let target {
            switch entry {
            case .rewritten: break
            case .assumed where target == actors[actor].address:
                // Whoever is in the agency already need not come in, and gets nothing new but by changing it.
                if !method.isBoundless { return .impossible }
            case .assumed: break
            case .carried(let words):
                let answer = carrier(of: target.name, words)
                guard answer.isTrusted || !answer.reasons.isEmpty else { return .impossible }
                service = answer.service
                result.reasons.formUnion(answer.reasons)
            }
        }
        for need in method.needs where need.subject != .entry {
            switch satisfy(need, as: actor, target: target, service: service) {
            case .no: return .impossible
            case .yes(let witness): result.witnesses.append(witness)
            case .open(let reasons): result.reasons.formUnion(reasons)
            }
        }
        if method.target == .agency(.assumed), let target, target != actors[actor].address {
            switch enter(target.name, as: actor) {
            case .no: return .impossible
            case .yes(let witness): result.witnesses.append(witness)
            case .open(let reasons): result.reasons.formUnion(reasons)
            }
        }
        return result
    }

    private mutating func satisfy(
        _ need: EscalationNeed, as actor: Int, target: Address?, service: String?
    ) -> NeedAnswer {
        var reasons: Set<OpenReason> = []
        for fixed in bindings(need.binding, service) {
            for resource in resources(need.subject, actor, target) {
                for action in need.oneOf {
                    switch ask(action.name, on: resource, as: actor, fixed: fixed) {
                    case .no: continue
                    case .open(let found): reasons.formUnion(found)
                    case .yes(var witness):
                        witness.isConfirmed = action.isConfirmed
                        return .yes(witness)
                    }
                }
            }
        }
        return reasons.isEmpty ? .no : .open(reasons)
    }

    /// What a request says besides, each choice by itself.
    private func bindings(_ binding: EscalationBinding, _ service: String?) -> [[String: String]] {
        switch binding {
        case .none: return [[:]]
        case .administratorPolicy:
            guard let key = access.dialect.attachedPolicy?.key else { return [[:]] }
            return attachable.map { [key: $0] }
        case .service:
            guard let key = access.dialect.passedServiceKey, let service else { return [[:]] }
            return [[key: service]]
        }
    }

    private func resources(
        _ subject: EscalationSubject, _ actor: Int, _ target: Address?
    ) -> [NeedResource] {
        let actor = actors[actor]
        func named(_ sort: IdentitySort, _ name: String) -> NeedResource {
            .one(access.dialect.identityResource(sort, name, account: access.account))
        }
        func policies(_ terms: some Sequence<GrantTerms>) -> [NeedResource] {
            let names = Set(terms.lazy.map(\.policy)).sorted()
            return names.compactMap { if case .custom(let name) = $0 { named(.policy, name) } else { nil } }
        }
        switch subject {
        case .actor: return actor.address.kind == .user ? [named(.user, actor.address.name)] : []
        case .ownGroup: return actor.groups.map { named(.group, $0) }
        case .ownPolicy: return policies(actor.grants.terms)
        case .target, .entry: return target.map { [.one(access.escalationResource(of: $0))] } ?? []
        case .targetPolicy: return target.map { policies(access.ownGrants(of: $0).map(\.terms)) } ?? []
        case .newUser: return [.any(of: access.dialect.identityResource(.user, "*", account: access.account))]
        case .newAgency:
            return [.any(of: access.dialect.identityResource(.agency, "*", account: access.account))]
        case .anything: return [.anything]
        }
    }
}

extension AccountAccess {
    /// The name under which a user, group or agency is the resource of an action.
    package func escalationResource(of address: Address) -> String {
        switch address.kind {
        case .group: return dialect.identityResource(.group, address.name, account: account)
        case .agency:
            if dialect == .huawei {
                // An agency of the older model has another word.
                if case .document? = facts.agencies[address.name] {
                    return dialect.identityResource(.agency, address.name, account: account)
                }
                return "iam::\(account):agencies:\(address.name)"
            }
            return dialect.identityResource(.agency, address.name, account: account)
        case .user, .policy, .passwordPolicy, .securitySettings, .project, .identityProvider:
            return dialect.identityResource(.user, address.name, account: account)
        }
    }

    /// The policies, as requests name them, that make an administrator of whoever they are attached to.
    func administratorPolicies(
        _ possible: [PolicyReference: ActionMask], _ actions: EscalationActions, at moment: Instant
    ) -> [String] {
        let own = possible.keys.sorted().compactMap { reference -> String? in
            guard case .custom(let name) = reference, let mask = possible[reference],
                actions.mayAdminister(with: mask), let reading = policies[reference],
                administers(PolicySet([reading]), as: Address(.user, "\u{25CA}"), at: moment)
            else { return nil }
            return dialect.identityResource(.policy, name, account: account)
        }
        return (dialect.attachedPolicy?.administrators ?? []) + own
    }
}
