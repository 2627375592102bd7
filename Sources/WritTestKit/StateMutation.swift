package import WritModel

extension StateGenerator {
    /// A state near `state`, as the next commit might declare it: some objects renamed (with
    /// `formerly`), removed and added, fields changed, added and dropped, lists and modes changed.
    package mutating func mutated(from state: DesiredState) -> DesiredState {
        var next = state
        for address in next.objects.keys { next.objects[address]?.formerly = [] }
        var edges = state.memberships
        var modes: [Address: ListMode?] = [:]
        for (address, object) in state.objects {
            modes[address] = .some(address.kind == .group ? object.members?.mode : object.groups?.mode)
        }
        for address in next.objects.keys.sorted() where values.random.chance(8) {
            remove(address, from: &next)
        }
        for address in next.objects.keys.sorted() where !address.kind.isSingleton && values.random.chance(10)
        {
            let name = newName(address.kind)
            rename(address, to: name, in: &next)
            edges = Set(edges.map { $0.renamed(address, to: Address(address.kind, name)) })
            modes[Address(address.kind, name)] = modes[address]
        }
        for kind in Kind.allCases where !kind.isSingleton && values.random.chance(30) {
            let object = object(kind)
            next.objects[object.address] = object
        }
        for address in next.objects.keys.sorted() where values.random.chance(35) {
            changeField(of: address, in: &next)
        }
        for provider in next.names(of: .identityProvider) where values.random.chance(30) {
            mapGroups(of: provider, in: &next)
        }
        for address in next.objects.keys.sorted() where address.kind.isPrincipal && values.random.chance(25) {
            changeAttachments(of: address, in: &next)
        }
        changeMemberships(&edges, in: next)
        stateMemberships(edges, in: &next, modes: modes)
        return next
    }

    /// Takes the object out, and what names it.
    private func remove(_ address: Address, from state: inout DesiredState) {
        state.objects[address] = nil
        if address.kind == .group { forgetMapped(address.name, in: &state) }
        guard address.kind == .policy else { return }
        for principal in state.objects.keys {
            state.objects[principal]?.policies?.items.removeAll { $0.policy == .custom(address.name) }
        }
    }

    private func rename(_ address: Address, to name: String, in state: inout DesiredState) {
        guard var object = state.objects.removeValue(forKey: address) else { return }
        object.address.name = name
        object.formerly = [address.name]
        state.objects[object.address] = object
        if address.kind == .group { renameMapped(address.name, to: name, in: &state) }
        guard address.kind == .policy else { return }
        for principal in state.objects.keys {
            guard let items = state.objects[principal]?.policies?.items else { continue }
            for (index, item) in items.enumerated() where item.policy == .custom(address.name) {
                state.objects[principal]?.policies?.items[index].policy = .custom(name)
            }
        }
    }

    private mutating func changeField(of address: Address, in state: inout DesiredState) {
        let schema = values.random.pick(fields(of: address.kind))
        if address.kind == .identityProvider {
            changeProvider(schema, of: address, in: &state)
        } else if schema.field == .document {
            state.objects[address]?.fields[.document] = .scalar(.document(values.document()))
        } else if values.random.chance(25) {
            state.objects[address]?.fields[schema.field] = nil
        } else {
            state.objects[address]?.fields[schema.field] = values.desired(of: schema.type)
            state.objects[address]?.keepOneInvitation(of: schema.field)
            if schema.field == .trust { state.objects[address]?.fields[.trustPolicy] = nil }
            if schema.field == .trustPolicy { state.objects[address]?.fields[.trust] = nil }
        }
    }

    private mutating func changeAttachments(of address: Address, in state: inout DesiredState) {
        guard let list = state.objects[address]?.policies, !list.items.isEmpty, list.mode != .none,
            values.random.chance(50)
        else {
            let policies = state.names(of: .policy)
            state.objects[address]?.policies = attachments(to: policies)
            return
        }
        let index = values.random.below(list.items.count)
        switch values.random.below(3) {
        case 0: state.objects[address]?.policies?.items.remove(at: index)
        case 1: state.objects[address]?.policies?.items[index].expires = nil
        default: state.objects[address]?.policies?.items[index].expires = expiry()
        }
    }

    private mutating func changeMemberships(_ edges: inout Set<Membership>, in state: DesiredState) {
        let users = state.names(of: .user)
        let groups = state.names(of: .group)
        edges = edges.filter { users.contains($0.user) && groups.contains($0.group) }
        guard !users.isEmpty, !groups.isEmpty else { return }
        for edge in edges.sorted() where values.random.chance(15) { edges.remove(edge) }
        for _ in 0..<values.random.below(sizes.edges + 1) {
            edges.insert(Membership(user: values.random.pick(users), group: values.random.pick(groups)))
        }
    }
}
