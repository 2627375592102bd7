package import WritModel

extension AccountFacts {
    /// What a live account says. A user of whom the store does not tell whether it is enabled counts as enabled.
    package init(_ observed: ObservedState, dialect: Dialect) {
        documents = AccountFacts.published(dialect)
        for (name, document) in observed.systemPolicies { documents[.system(name)] = document }
        for (address, object) in observed.objects {
            switch address.kind {
            case .user:
                users[address.name] = object.fields[.enabled] != .boolean(false)
                if object.reserved == .rootUser { roots.insert(address.name) }
            case .group: groups.insert(address.name)
            case .agency: agencies[address.name] = AgencyTrust(object.fields)
            case .policy:
                if case .document(let document)? = object.fields[.document] {
                    documents[.custom(address.name)] = document
                }
            case .identityProvider: providers[address.name] = FederatedAccess(object.fields)
            case .passwordPolicy, .securitySettings, .project: break
            }
        }
        memberships = Set(observed.memberships.keys)
        attachments = observed.attachments.mapValues(\.expires)
        addNamed()
    }
}

extension AgencyTrust {
    /// What an agency's fields say; a document goes before a list.
    fileprivate init(_ fields: FieldMap<Value>) {
        if case .document(let document)? = fields[.trustPolicy] {
            self = .document(document)
        } else if case .list(let items)? = fields[.trust] {
            self = .list(items.compactMap { if case .trust(let principal) = $0 { principal } else { nil } })
        } else {
            self = .unknown
        }
    }
}
