package import WritModel

/// Random desired states that a decoder could have made: references are declared, lists do not
/// contradict each other. The same seed and parameters give the same states.
package struct StateGenerator: Sendable {
    /// Of every new state; a neighbour may have some objects more or fewer.
    package let sizes: Sizes
    /// Fields that are unsupported here are left out.
    package let capabilities: Capabilities
    /// Every expiry lies after this moment.
    package let asOf: Instant
    /// The system policies that may be attached.
    package let systemPolicies: [String]
    /// Whether users ask for passwords and access keys.
    let hasCredentials: Bool
    var values: ValueGenerator
    private var lastName = 0

    /// A generator at the start of the sequence of `seed`.
    package init(
        seed: UInt64, sizes: Sizes = Sizes(), capabilities: Capabilities = Capabilities(),
        asOf: Instant, systemPolicies: [String] = SystemPolicies.all.keys.sorted(),
        hasCredentials: Bool = false
    ) {
        self.sizes = sizes
        self.capabilities = capabilities
        self.asOf = asOf
        self.systemPolicies = systemPolicies.sorted()
        self.hasCredentials = hasCredentials
        self.values = ValueGenerator(random: SplitMix64(seed: seed))
    }

    /// A new state.
    package mutating func state() -> DesiredState {
        var state = DesiredState()
        for kind in Kind.allCases {
            for _ in 0..<sizes.count(of: kind) where !kind.isSingleton || values.random.chance(70) {
                let object = object(kind)
                state.objects[object.address] = object
            }
        }
        let policies = state.names(of: .policy)
        for address in state.objects.keys.sorted() where address.kind.isPrincipal {
            state.objects[address]?.policies = attachments(to: policies)
        }
        let users = state.names(of: .user)
        let groups = state.names(of: .group)
        for provider in state.names(of: .identityProvider) { mapGroups(of: provider, in: &state) }
        var edges: Set<Membership> = []
        for user in users where !groups.isEmpty {
            for _ in 0..<values.random.below(sizes.edges + 1) {
                edges.insert(Membership(user: user, group: values.random.pick(groups)))
            }
        }
        stateMemberships(edges, in: &state, modes: nil)
        return state
    }

    /// A new object with random fields and no edges.
    mutating func object(_ kind: Kind) -> DesiredObject {
        var object = DesiredObject(Address(kind, kind.isSingleton ? "default" : newName(kind)))
        for schema in fields(of: kind) where values.random.chance(60) {
            object.fields[schema.field] = values.desired(of: schema.type)
        }
        // An agency says who may assume it in one way only.
        if object.fields[.trust] != nil { object.fields[.trustPolicy] = nil }
        object.keepOneInvitation(of: object.fields.fields.first { $0.isInvitation })
        if kind == .identityProvider { makeProvider(&object) }
        if kind == .policy { object.fields[.document] = .scalar(.document(values.document())) }
        return object
    }

    /// The fields that a state may have, given the capabilities.
    func fields(of kind: Kind) -> [FieldSchema] {
        KindSchema.of(kind).fields.filter {
            capabilities[kind, $0.field] != .unsupported && (hasCredentials || !$0.field.isCredential)
        }
    }

    /// A name that no state of this generator has had.
    mutating func newName(_ kind: Kind) -> String {
        lastName += 1
        let endings = ["@acme", "+a=b,c", ".x", "_X", kind == .policy ? " of x" : "-y"]
        return "\(kind.rawValue)-\(lastName)" + (values.random.chance(20) ? values.random.pick(endings) : "")
    }
}

// MARK: Edges

extension StateGenerator {
    /// A `policies` list in any mode, or none.
    mutating func attachments(to policies: [String]) -> DesiredList<DesiredAttachment>? {
        guard values.random.chance(75) else { return nil }
        let mode = values.random.pick(ListMode.allCases)
        var items: [DesiredAttachment] = []
        for _ in 0..<values.random.below(sizes.edges + 1) {
            guard let policy = policy(among: policies) else { continue }
            var item = DesiredAttachment(policy, scope: scope())
            if mode == .none {
                if values.random.chance(50) { item.scope = nil }
            } else if values.random.chance(30) {
                item.expires = expiry()
            }
            // Without a scope an item goes by the same name as one in the account's.
            if !items.contains(where: {
                $0.policy == item.policy && $0.scope ?? .account == item.scope ?? .account
            }) {
                items.append(item)
            }
        }
        return DesiredList(mode, items)
    }

    /// A day or a full time after ``asOf``.
    mutating func expiry() -> Expiry {
        let time = asOf.advanced(by: Int64(86_400 + values.random.below(31_536_000)))
        let midnight = time.epochSeconds - time.epochSeconds % 86_400
        return Expiry(end: values.random.chance(70) ? Instant(epochSeconds: midnight) : time)
    }

    private mutating func policy(among declared: [String]) -> PolicyReference? {
        if !systemPolicies.isEmpty, declared.isEmpty || values.random.chance(25) {
            return .system(values.random.pick(systemPolicies))
        }
        return declared.isEmpty ? nil : .custom(values.random.pick(declared))
    }

    private mutating func scope() -> Scope {
        switch values.random.below(8) {
        case 0: .allProjects
        case 1: .project(values.random.chance(20) ? "no # 4" : "cn-north-4")
        case 2: .enterpriseProject("ep-\(values.random.below(3))")
        case 3: .resourceGroup("rg-\(values.random.below(3))")
        default: .account
        }
    }

    /// Writes `edges` as lists of groups and users, in modes that agree: what a list asks for is an
    /// edge, what it forbids is none.
    ///
    /// - Parameter modes: the modes that lists had before, most of which stay; `nil` for a new state.
    mutating func stateMemberships(
        _ edges: Set<Membership>, in state: inout DesiredState,
        modes: [Address: ListMode?]?
    ) {
        let users = state.names(of: .user)
        let groups = state.names(of: .group)
        let members = Dictionary(grouping: edges, by: \.group).mapValues { Set($0.map(\.user)) }
        let memberships = Dictionary(grouping: edges, by: \.user).mapValues { Set($0.map(\.group)) }
        for group in groups {
            let address = Address(.group, group)
            state.objects[address]?.members = list(
                mode(before: modes?[address]), linked: members[group] ?? [], among: users)
        }
        for user in users {
            let address = Address(.user, user)
            state.objects[address]?.groups = list(
                mode(before: modes?[address]), linked: memberships[user] ?? [], among: groups)
        }
    }

    private mutating func mode(before: ListMode??) -> ListMode? {
        if let before, values.random.chance(80) { return before }
        return values.random.chance(40) ? nil : values.random.pick(ListMode.allCases)
    }

    private mutating func list(
        _ mode: ListMode?, linked: Set<String>, among all: [String]
    ) -> DesiredList<Reference>? {
        guard let mode else { return nil }
        let names: [String] =
            switch mode {
            case .exactly: linked.sorted()
            case .atLeast: values.random.some(of: linked.sorted(), percent: 70)
            case .none:
                Set(
                    (0..<(all.isEmpty ? 0 : values.random.below(sizes.edges + 1))).map { _ in
                        values.random.pick(all)
                    }
                )
                .subtracting(linked).sorted()
            }
        return DesiredList(mode, names.map { Reference($0) })
    }
}

/// The fields of which a user has one at most.

extension DesiredObject {
    /// An invitation goes to one address: drops the others than `field`, where that is one.
    mutating func keepOneInvitation(of field: Field?) {
        guard let field, field.isInvitation else { return }
        for other in Field.invitations where other != field { fields[other] = nil }
    }
}

extension DesiredState {
    /// The declared names of a kind, sorted.
    func names(of kind: Kind) -> [String] {
        objects.keys.filter { $0.kind == kind }.map(\.name).sorted()
    }

    /// The memberships that lists of either end ask for.
    package var memberships: Set<Membership> {
        var edges: Set<Membership> = []
        for object in objects.values {
            if let list = object.members, list.mode != .none {
                for user in list.items {
                    edges.insert(Membership(user: user.name, group: object.address.name))
                }
            }
            if let list = object.groups, list.mode != .none {
                for group in list.items {
                    edges.insert(Membership(user: object.address.name, group: group.name))
                }
            }
        }
        return edges
    }
}
