package import WritModel

extension AccountFacts {
    /// What a commit says; with the live account, what there is once it is applied: what the commit does not manage
    /// stays as it is, objects that it does not declare as well.
    package init(_ desired: DesiredState, live: ObservedState? = nil, dialect: Dialect) {
        self.init()
        if let live {
            self.init(live, dialect: dialect)
            rename(as: desired)
        } else {
            documents = AccountFacts.published(dialect)
        }
        let hasLive = live != nil
        for (address, object) in desired.objects.sorted(by: { $0.key < $1.key }) {
            take(object, at: address)
            var missing: Set<EdgeList> = []
            for list in KindSchema.of(address.kind).edgeLists where !object.isExact(list) {
                missing.insert(list)
            }
            // The same edges are stated in full where the other end states them so.
            missing.remove(.groups)
            // The groups of those who come through a provider.
            if address.kind == .identityProvider, !object.statesMappings { missing.insert(.groups) }
            if !hasLive, !missing.isEmpty { partial[address] = missing }
        }
        removeRuledOut(by: desired)
        for object in desired.objects.values { takeEdges(of: object) }
        addNamed()
    }

    private mutating func rename(as desired: DesiredState) {
        for (address, object) in desired.objects {
            for old in object.formerly.map({ Address(address.kind, $0) })
            where isKnown(old) && !isKnown(address) {
                memberships = Set(memberships.map { $0.renamed(old, to: address) })
                attachments = Dictionary(
                    attachments.map { ($0.key.renamed(old, to: address), $0.value) },
                    uniquingKeysWith: { first, _ in first })
                switch address.kind {
                case .user: users[address.name] = users.removeValue(forKey: old.name)
                case .agency: agencies[address.name] = agencies.removeValue(forKey: old.name)
                case .policy:
                    documents[.custom(address.name)] = documents.removeValue(forKey: .custom(old.name))
                case .group:
                    groups.remove(old.name)
                    groups.insert(address.name)
                    renameMapped(old, to: address)
                case .identityProvider:
                    providers[address.name] = providers.removeValue(forKey: old.name)
                case .passwordPolicy, .securitySettings, .project: break
                }
            }
        }
    }

    private func isKnown(_ address: Address) -> Bool {
        switch address.kind {
        case .user: users[address.name] != nil
        case .group: groups.contains(address.name)
        case .agency: agencies[address.name] != nil
        case .policy: documents[.custom(address.name)] != nil
        case .identityProvider: providers[address.name] != nil
        case .passwordPolicy, .securitySettings, .project: false
        }
    }

    private mutating func take(_ object: DesiredObject, at address: Address) {
        switch address.kind {
        case .user:
            var isEnabled = users[address.name] ?? true
            if case .scalar(.boolean(let flag))? = object.fields[.enabled] { isEnabled = flag }
            users[address.name] = isEnabled
        case .group: groups.insert(address.name)
        case .policy:
            if case .scalar(.document(let document))? = object.fields[.document] {
                documents[.custom(address.name)] = document
            }
        case .agency: agencies[address.name] = trust(of: object, live: agencies[address.name])
        case .identityProvider:
            var provider = providers[address.name] ?? FederatedAccess()
            for field in [Field.enabled, .signIn, .mappings] {
                guard let value = object.fields[field] else { continue }
                let live = field == .mappings ? Value.list(of: provider.mappings.map(Item.mapping)) : nil
                provider.take(field, value.resolved(against: live))
            }
            providers[address.name] = provider
        case .passwordPolicy, .securitySettings, .project: break
        }
    }

    private func trust(of object: DesiredObject, live: AgencyTrust?) -> AgencyTrust {
        if case .scalar(.document(let document))? = object.fields[.trustPolicy] { return .document(document) }
        guard let value = object.fields[.trust] else { return live ?? .unknown }
        var known: [TrustPrincipal] = []
        if case .list(let principals)? = live { known = principals }
        let resolved = value.resolved(against: .list(of: known.map(Item.trust)))
        guard case .list(let items) = resolved else { return .unknown }
        // In the author's order, which places are counted in; what is live alone comes after.
        var principals: [TrustPrincipal] = []
        if case .list(let list) = value {
            principals = list.items.compactMap { items.contains($0) ? $0.trust : nil }
        }
        return .list(principals + items.compactMap(\.trust).filter { !principals.contains($0) })
    }

    private mutating func removeRuledOut(by desired: DesiredState) {
        memberships = memberships.filter { edge in
            let members = desired.objects[Address(.group, edge.group)]?.members
            let groups = desired.objects[Address(.user, edge.user)]?.groups
            return !(members?.rulesOut(edge.user, by: \.name) ?? false)
                && !(groups?.rulesOut(edge.group, by: \.name) ?? false)
        }
        attachments = attachments.filter { key, _ in
            guard let list = desired.objects[key.principal]?.policies else { return true }
            let isNamed = list.items.contains {
                $0.policy == key.policy && ($0.scope == nil || $0.scope == key.scope)
            }
            return switch list.mode {
            case .exactly: isNamed
            case .atLeast: true
            case .none: !isNamed
            }
        }
    }

    private mutating func takeEdges(of object: DesiredObject) {
        if let list = object.members, list.mode != .none {
            for user in list.items {
                memberships.insert(Membership(user: user.name, group: object.address.name))
            }
        }
        if let list = object.groups, list.mode != .none {
            for group in list.items {
                memberships.insert(Membership(user: object.address.name, group: group.name))
            }
        }
        guard let list = object.policies, list.mode != .none else { return }
        for item in list.items {
            let key = AttachmentKey(
                principal: object.address, policy: item.policy, scope: item.scope ?? .account)
            attachments.updateValue(item.expires, forKey: key)
        }
    }
}

extension DesiredObject {
    /// Whether the provider's mappings are all that there are, or count for nothing.
    fileprivate var statesMappings: Bool {
        if fields[.signIn] == .scalar(.text("user")) { return true }
        if case .list(let list)? = fields[.mappings] { return list.mode == .exactly }
        return false
    }

    fileprivate func isExact(_ list: EdgeList) -> Bool { listModes[list] == .exactly }
}

extension DesiredList {
    fileprivate func rulesOut(_ name: String, by nameOf: (Element) -> String) -> Bool {
        let isNamed = items.contains { nameOf($0) == name }
        return switch mode {
        case .exactly: !isNamed
        case .atLeast: false
        case .none: isNamed
        }
    }
}

extension Item {
    fileprivate var trust: TrustPrincipal? { if case .trust(let principal) = self { principal } else { nil } }
}
