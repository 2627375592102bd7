import WritModel

/// Principals that can raise themselves in the same ways: those with the same grants and groups, one by one where a
/// document asks for names.
struct EscalationActor {
    /// In order; the first stands for all.
    var principals: [Address]
    var grants: GrantClass
    /// Those of them whose documents have a say in it.
    var deciding: GrantClass
    /// Those they are in, and those joined on the way.
    var groups: [String]
    /// Joined on the way; an actor with any is nobody who exists yet.
    var joined: [String]
    /// The actions that their documents may allow.
    var possible: ActionMask
    var isAdministrator = false

    var address: Address { principals[0] }
    var isReal: Bool { joined.isEmpty }
}

/// Sorts the principals of an account into actors.
struct ActorGathering {
    let access: AccountAccess
    let actions: EscalationActions
    /// What each attached document may allow.
    let possible: [PolicyReference: ActionMask]
    /// Documents that say nothing about any action that matters.
    private let silent: Set<PolicyReference>
    private let asking: Set<PolicyReference>
    private let trustedNames: [Glob]
    private let isTrustAsking: Bool

    private struct Key: Hashable {
        var kind: Kind
        var own: [GrantTerms]
        var groups: [String]
    }

    init(_ access: AccountAccess, _ actions: EscalationActions) {
        self.access = access
        self.actions = actions
        possible = access.policies.mapValues { actions.possible(in: $0) }
        silent = Set(access.policies.lazy.filter { !actions.isAbout($0.value) }.map(\.key))
        // Where a document names objects or asks who it is, it may say something else of each of its holders.
        asking = Set(
            access.policies.lazy.filter {
                $0.value.asksForPrincipal(access.dialect, account: access.account)
                    || $0.value.namesIdentities
            }.map(\.key))
        let trusts = access.trusts.values
        trustedNames = trusts.flatMap { trust in
            trust.statements.flatMap { statement in
                (statement.principals?.entries ?? []).compactMap { entry in
                    if case .named(access.dialect.accountSort, let glob) = entry { glob } else { nil }
                }
            }
        }
        isTrustAsking = trusts.contains { trust in
            trust.readings.contains { $0.asksForPrincipal(access.dialect, account: access.account) }
        }
    }

    /// Everybody who may be able to raise themselves or is an administrator, in order.
    func actors() -> [EscalationActor] {
        var classes: [Key: [Address]] = [:]
        var order: [Key] = []
        for principal in access.principals where !access.isDisabled(principal) {
            let key = Key(
                kind: principal.kind, own: access.ownGrants(of: principal).map(\.terms),
                groups: access.groups(of: principal).map(\.group))
            if classes[key] == nil { order.append(key) }
            classes[key, default: []].append(principal)
        }
        var actors: [EscalationActor] = []
        for key in order {
            guard let principals = classes[key] else { continue }
            let grants = access.grantClass(of: principals[0])
            let mask = possible(for: grants)
            let isAsked =
                isTrustAsking
                || grants.terms.contains { asking.contains($0.policy) && !silent.contains($0.policy) }
            var rest: [Address] = []
            for principal in principals {
                let isTrusted = isTrusted(principal)
                // Of those who may do nothing of it only AWS lets some into a role all the same.
                if mask.isEmpty, !(isTrusted && access.dialect == .aws) { continue }
                if isAsked || isTrusted {
                    actors.append(actor([principal], grants, key.groups, mask))
                } else {
                    rest.append(principal)
                }
            }
            if !rest.isEmpty { actors.append(actor(rest, grants, key.groups, mask)) }
        }
        return actors.sorted { $0.address < $1.address }
    }

    /// The actions that the documents of these grants may allow.
    func possible(for grants: GrantClass) -> ActionMask {
        var mask = ActionMask()
        for terms in grants.terms { if let known = possible[terms.policy] { mask.formUnion(known) } }
        return mask
    }

    /// The grants whose documents have a say.
    func deciding(_ grants: GrantClass) -> GrantClass {
        var grants = grants
        grants.terms = grants.terms.filter { !silent.contains($0.policy) }
        return grants
    }

    private func actor(
        _ principals: [Address], _ grants: GrantClass, _ groups: [String], _ mask: ActionMask
    ) -> EscalationActor {
        EscalationActor(
            principals: principals, grants: grants, deciding: deciding(grants), groups: groups, joined: [],
            possible: mask)
    }

    private func isTrusted(_ principal: Address) -> Bool {
        guard !trustedNames.isEmpty else { return false }
        let name = Array(
            access.dialect.name(of: principal.kind, principal.name, account: access.account).utf8)
        return trustedNames.contains { $0.matches(name) }
    }
}

extension PolicyReading {
    /// Whether a statement is about some objects only and may be about those of the identity service.
    fileprivate var namesIdentities: Bool {
        statements.contains { statement in
            guard !statement.coversEverything else { return false }
            let patterns = (statement.resources.included ?? []) + statement.resources.excluded
            return patterns.contains { pattern in
                guard let segments = pattern.segments else { return false }
                let service = segments[dialect == .huawei ? 0 : dialect == .aws ? 2 : 1]
                return ["iam", "sts"].contains { service.widened.matches(Array($0.utf8)) }
            }
        }
    }
}

extension Statement {
    /// Whether it is about every object there is.
    var coversEverything: Bool {
        resources.excluded.isEmpty && (resources.included?.allSatisfy(\.isEverything) ?? true)
    }
}
