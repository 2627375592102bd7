internal import WritModel
internal import WritPolicy

/// The grants of one principal in the course of a plan.
struct AccessCourse {
    /// After each change that concerns the principal: its place in the plan, and what the principal holds then.
    private(set) var steps: [(place: Int, state: HeldGrants)]
    /// Before the first change.
    let start: HeldGrants

    /// Where it ends.
    var end: HeldGrants { steps.last?.state ?? start }

    /// Whether some state in between may give more than both ends, or less.
    ///
    /// While grants only come, or only go, and no Deny and no document is among what moves, every state lies between the ends.
    func needsLook(_ denies: (PolicyReference) -> Bool) -> Bool {
        let states = [start] + steps.map(\.state)
        guard Set(states).count > 2 else { return false }
        if Set(states.map(\.documents)).count > 1 || Set(states.map(\.isDisabled)).count > 1 { return true }
        let grows = zip(states, states.dropFirst()).allSatisfy { $0.terms.isSubset(of: $1.terms) }
        let shrinks = zip(states, states.dropFirst()).allSatisfy { $1.terms.isSubset(of: $0.terms) }
        guard grows || shrinks else { return true }
        return start.terms.symmetricDifference(end.terms).contains { denies($0.policy) }
    }
}

/// What a principal holds at one moment of a plan, and in which versions.
struct HeldGrants: Hashable {
    /// The terms of every attachment that reaches it.
    var terms: Set<GrantTerms>
    /// Of the documents that the plan changes: the change, by its place, that made the version.
    var documents: [PolicyReference: Int]
    var isDisabled: Bool
}

/// The plan's changes by what they concern, to follow single principals through it.
struct PlanCourse {
    private let changes: [Change]
    private let start: AccountAccess
    private var ofUser: [String: [Int]] = [:]
    private var ofPrincipal: [Address: [Int]] = [:]
    private var ofPolicy: [PolicyReference: [Int]] = [:]
    private var groupsEver: [Address: Set<String>] = [:]
    private let former: [Address: Address]

    init(_ changes: [Change], start: AccountAccess, renames: [Address: Address]) {
        self.changes = changes
        self.start = start
        former = renames
        for (place, change) in changes.enumerated() {
            switch change.effect {
            case .join(let edge):
                ofUser[edge.user, default: []].append(place)
                groupsEver[Address(.user, edge.user), default: []].insert(edge.group)
            case .leave(let edge): ofUser[edge.user, default: []].append(place)
            case .attach(let key, _, _), .detach(let key, _):
                ofPrincipal[key.principal, default: []].append(place)
            case .update(let fields): takeUpdate(of: change.address, fields, at: place)
            case .create, .delete:
                guard change.address.kind == .identityProvider else { continue }
                ofPrincipal[change.address, default: []].append(place)
                if case .create(let fields) = change.effect {
                    groupsEver[change.address, default: []].formUnion(FederatedAccess(fields).groups)
                }
            case .rename, .issue, .enable, .disable, .revoke, .adopt, .release: break
            }
        }
    }

    private mutating func takeUpdate(of address: Address, _ fields: [FieldChange], at place: Int) {
        switch address.kind {
        case .policy where fields.contains { $0.field == .document }:
            ofPolicy[.custom(address.name), default: []].append(place)
        case .user where fields.contains { $0.field == .enabled }:
            ofUser[address.name, default: []].append(place)
        case .identityProvider where fields.contains { $0.field == .enabled || $0.field == .mappings }:
            ofPrincipal[address, default: []].append(place)
            if let mappings = fields.first(where: { $0.field == .mappings })?.after.mappings {
                groupsEver[address, default: []].formUnion(mappings.flatMap { $0.groups.map(\.name) })
            }
        default: break
        }
    }

    /// The principals, by their names after the plan, that a change may concern.
    func concerned(_ all: [Address]) -> [Address] {
        all.filter { !places(of: $0).isEmpty }
    }

    private func before(_ address: Address) -> Address { former[address] ?? address }

    private func groups(of principal: Address) -> Set<String> {
        let earlier = start.groups(of: before(principal)).map(\.group)
        return Set(earlier.map(nameAfter)).union(groupsEver[principal] ?? [])
    }

    /// Changes name groups as they are called once every rename is done, which is first.
    private func nameAfter(_ group: String) -> String {
        former.first { $0.value == Address(.group, group) }?.key.name ?? group
    }

    private func places(of principal: Address) -> [Int] {
        var places = Set(ofPrincipal[principal] ?? [])
        if principal.kind == .user { places.formUnion(ofUser[principal.name] ?? []) }
        let groups = groups(of: principal)
        for group in groups { places.formUnion(ofPrincipal[Address(.group, group)] ?? []) }
        if !ofPolicy.isEmpty {
            var held = Set(start.grants(of: before(principal)).map { policyAfter($0.attachment.policy) })
            for place in places {
                if case .attach(let key, _, _) = changes[place].effect { held.insert(key.policy) }
            }
            for group in groups {
                held.formUnion(
                    start.grants(of: before(Address(.group, group))).map { policyAfter($0.attachment.policy) }
                )
            }
            for policy in held { places.formUnion(ofPolicy[policy] ?? []) }
        }
        return places.sorted()
    }

    private func policyAfter(_ policy: PolicyReference) -> PolicyReference {
        guard case .custom(let name) = policy else { return policy }
        return former.first { $0.value == Address(.policy, name) }.map { .custom($0.key.name) } ?? policy
    }

    /// What the principal holds before the plan and after each change that concerns it.
    func course(of principal: Address) -> AccessCourse {
        var held = PrincipalGrants(isDisabled: start.isDisabled(before(principal)))
        held.own[principal] = Set(
            start.grants(of: before(principal)).filter { $0.membership == nil }.map(renamed))
        for group in groups(of: principal) {
            held.own[Address(.group, group)] = Set(
                start.grants(of: before(Address(.group, group))).map(renamed))
        }
        held.groups = Set(start.groups(of: before(principal)).map { nameAfter($0.group) })
        held.federated = start.facts.providers[before(principal).name] ?? FederatedAccess()
        let first = held.state(of: principal)
        var steps: [(place: Int, state: HeldGrants)] = []
        for place in places(of: principal) {
            held.apply(changes[place], at: place)
            steps.append((place, held.state(of: principal)))
        }
        return AccessCourse(steps: steps, start: first)
    }

    private func renamed(_ grant: Grant) -> GrantTerms {
        var terms = grant.terms
        terms.policy = policyAfter(terms.policy)
        return terms
    }
}

/// What one principal and its groups hold while changes are made.
private struct PrincipalGrants {
    /// Attached to each of them.
    var own: [Address: Set<GrantTerms>] = [:]
    /// Those it is in.
    var groups: Set<String> = []
    var documents: [PolicyReference: Int] = [:]
    var isDisabled: Bool
    /// Of an identity provider: what it says.
    var federated = FederatedAccess()

    init(isDisabled: Bool) { self.isDisabled = isDisabled }

    mutating func apply(_ change: Change, at place: Int) {
        switch change.effect {
        case .join(let edge): groups.insert(edge.group)
        case .leave(let edge): groups.remove(edge.group)
        case .attach(let key, let expires, _):
            remove(key)
            own[key.principal, default: []].insert(
                GrantTerms(policy: key.policy, scope: key.scope, expires: expires))
        case .detach(let key, _): remove(key)
        case .update(let fields):
            if change.address.kind == .policy {
                documents[.custom(change.address.name)] = place
            } else if change.address.kind == .identityProvider {
                for field in fields { federated.take(field.field, field.after) }
                takeFederated()
            } else if let field = fields.first(where: { $0.field == .enabled }) {
                isDisabled = field.after == .boolean(false)
            }
        case .create(let fields) where change.address.kind == .identityProvider:
            federated = FederatedAccess(fields)
            takeFederated()
        case .delete where change.address.kind == .identityProvider: groups = []
        case .create, .rename, .delete, .issue, .enable, .disable, .revoke, .adopt, .release: break
        }
    }

    private mutating func takeFederated() {
        groups = Set(federated.groups)
        isDisabled = !federated.isEnabled
    }

    private mutating func remove(_ key: AttachmentKey) {
        own[key.principal] = (own[key.principal] ?? []).filter {
            $0.policy != key.policy || $0.scope != key.scope
        }
    }

    func state(of principal: Address) -> HeldGrants {
        var terms = own[principal] ?? []
        for group in groups { terms.formUnion(own[Address(.group, group)] ?? []) }
        let held = Set(terms.map(\.policy))
        return HeldGrants(
            terms: terms, documents: documents.filter { held.contains($0.key) }, isDisabled: isDisabled)
    }
}
