import WritModel
import WritTestKit

/// What somebody might do by hand in the console: a few edits of every sort that drift can be.
struct LiveEdits {
    private var state: ObservedState
    private var values: ValueGenerator
    private let owned: [Address]

    init(_ state: ObservedState, seed: UInt64) {
        self.state = state
        self.owned = state.objects.keys.sorted()
        self.values = ValueGenerator(random: SplitMix64(seed: seed &+ 4711))
    }

    /// One to five edits.
    mutating func some() -> [ForeignEdit] {
        var edits: [ForeignEdit] = []
        for _ in 0...values.random.below(5) { edits += edit() }
        return edits
    }

    private mutating func edit() -> [ForeignEdit] {
        let present = owned.filter { state.objects[$0] != nil }
        guard !present.isEmpty else { return [] }
        let address = values.random.pick(present)
        switch values.random.below(11) {
        case 10: return asking(present.filter { $0.kind == .user })
        case 0, 1, 2: return field(of: address)
        case 3: return values.random.chance(50) ? removal(of: address) : []
        case 4: return membership(isAdded: true)
        case 5: return membership(isAdded: false)
        case 6, 7: return attachment(to: present.filter(\.kind.isPrincipal))
        case 8:
            guard let key = pick(state.attachments.keys.sorted()) else { return [] }
            state.attachments[key] = nil
            return [.removeAttachment(key)]
        default:
            guard let key = pick(state.attachments.keys.sorted()) else { return [] }
            return [.setExpiry(key, values.random.chance(40) ? nil : Expiry(end: later()))]
        }
    }

    private mutating func pick<Element>(_ items: [Element]) -> Element? {
        items.isEmpty ? nil : values.random.pick(items)
    }

    private mutating func later() -> Instant {
        noon.advanced(by: Int64(200_000 + values.random.below(9_000_000)))
    }

    /// Somebody asks for another way to reach a user, which nobody has confirmed.
    private mutating func asking(_ users: [Address]) -> [ForeignEdit] {
        guard let user = pick(users) else { return [] }
        let field = values.random.pick([Field.email, .phone])
        guard let type = KindSchema.of(.user)[field]?.type, case .text(let value) = values.value(of: type)
        else { return [] }
        let requestedAt = noon.advanced(by: -Int64(values.random.below(30 * 3600)))
        let awaited = AwaitedConfirmation(
            field, value, requestedAt: requestedAt, until: requestedAt.advanced(by: 86_400))
        return [.ask(user, awaited)]
    }

    private mutating func field(of address: Address) -> [ForeignEdit] {
        let schema = values.random.pick(KindSchema.of(address.kind).fields.filter { !$0.field.isCredential })
        let isCleared = values.random.chance(15) && schema.field != .document && schema.field != .trustPolicy
        if schema.field == .trustPolicy || schema.field == .trust {
            guard state.objects[address]?.fields[schema.field] != nil else { return [] }
        }
        if address.kind == .identityProvider {
            // What a manifest cannot say of this provider stays as it is.
            let isFree = ![.signIn, .otherLogins, .oidcScopes].contains(schema.field)
            guard isFree, state.objects[address]?.fields[schema.field] != nil,
                !isCleared || !schema.field.rawValue.contains(".")
            else { return [] }
        }
        return [.setField(address, schema.field, isCleared ? nil : values.value(of: schema.type))]
    }

    private mutating func removal(of address: Address) -> [ForeignEdit] {
        var edits: [ForeignEdit] = []
        for edge in state.memberships.keys.sorted() where edge.names(address) {
            state.memberships[edge] = nil
            edits.append(.removeMembership(edge))
        }
        for key in state.attachments.keys.sorted() where key.names(address) {
            state.attachments[key] = nil
            edits.append(.removeAttachment(key))
        }
        if address.kind == .group { edits += unmapping(address.name) }
        state.objects[address] = nil
        return edits + [.removeObject(address)]
    }

    /// A group that a mapping names does not go before the mapping lets go of it.
    private mutating func unmapping(_ group: String) -> [ForeignEdit] {
        var edits: [ForeignEdit] = []
        for provider in state.objects.keys.sorted() where provider.kind == .identityProvider {
            let mappings = state.objects[provider]?.fields[.mappings]?.mappings ?? []
            guard mappings.contains(where: { $0.groups.contains { $0.name == group } }) else { continue }
            let rest = Value.list(
                of: mappings.map { mapping in
                    .mapping(
                        FederationMapping(
                            mapping.name, when: mapping.conditions, user: mapping.user ?? "somebody",
                            groups: mapping.groups.filter { $0.name != group }))
                })
            state.objects[provider]?.fields[.mappings] = rest
            edits.append(.setField(provider, .mappings, rest))
        }
        return edits
    }

    private mutating func membership(isAdded: Bool) -> [ForeignEdit] {
        guard isAdded else {
            guard let edge = pick(state.memberships.keys.sorted()) else { return [] }
            state.memberships[edge] = nil
            return [.removeMembership(edge)]
        }
        let users = state.objects.keys.filter { $0.kind == .user }.sorted()
        let groups = state.objects.keys.filter { $0.kind == .group }.sorted()
        guard let user = pick(users), let group = pick(groups) else { return [] }
        let edge = Membership(user: user.name, group: group.name)
        guard state.memberships[edge] == nil else { return [] }
        state.memberships[edge] = Version("0")
        return [.addMembership(edge)]
    }

    private mutating func attachment(to principals: [Address]) -> [ForeignEdit] {
        let policies = state.objects.keys.filter { $0.kind == .policy }.sorted()
        guard let principal = pick(principals), let policy = pick(policies) else { return [] }
        let key = AttachmentKey(
            principal: principal, policy: .custom(policy.name),
            scope: values.random.pick([.account, .allProjects, .project("cn-north-4")]))
        guard state.attachments[key] == nil else { return [] }
        let expires = values.random.chance(30) ? Expiry(end: later()) : nil
        state.attachments[key] = ObservedAttachment(expires: expires, version: Version("0"))
        return [.addAttachment(key, expires: expires)]
    }
}

extension DesiredState {
    /// The state without what no manifest may say: two ways to invite, an agency without trust, one policy
    /// twice in a list.
    var declarable: DesiredState {
        var state = self
        for (address, object) in objects {
            var object = object
            for field in [Field.invitationEmail, .invitationPhone, .invitationAccount]
            where object.fields.fields.contains(where: { $0.rawValue.hasPrefix("invitation") && $0 < field })
            {
                object.fields[field] = nil
            }
            if address.kind == .agency, object.fields[.trust] == nil, object.fields[.trustPolicy] == nil {
                object.fields[.trust] = .list(DesiredList(.exactly, []))
            }
            var seen: Set<String> = []
            object.policies?.items.removeAll {
                !seen.insert("\($0.policy) \($0.scope ?? .account)").inserted
            }
            state.objects[address] = object
        }
        return state
    }
}
