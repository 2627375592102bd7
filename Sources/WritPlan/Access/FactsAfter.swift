internal import WritModel
package import WritPolicy

extension Effect {
    /// Whether it can change who may do what.
    package var touchesAccess: Bool {
        switch self {
        case .join, .leave, .attach, .detach, .delete: true
        case .create(let fields): fields.contains { accessFields.contains($0.field) }
        case .update(let fields): fields.contains { accessFields.contains($0.field) }
        case .rename, .issue, .enable, .disable, .revoke, .adopt, .release: false
        }
    }
}

/// The fields that decide who may do what.
private let accessFields: Set<Field> = [.document, .enabled, .trust, .trustPolicy, .signIn, .mappings]

extension AccountFacts {
    /// What the account says once a change is made. Changes of the ledger alone change nothing.
    package mutating func apply(_ change: Change) {
        let address = change.address
        switch change.effect {
        case .create(let fields): take(fields, at: address)
        case .update(let fields):
            for field in fields { take(field.field, field.after, at: address) }
        case .rename(let old): rename(Address(address.kind, old), to: address)
        case .delete: remove(address)
        case .join(let edge): memberships.insert(edge)
        case .leave(let edge): memberships.remove(edge)
        case .attach(let key, let expires, _): attachments.updateValue(expires, forKey: key)
        case .detach(let key, _): attachments.removeValue(forKey: key)
        case .issue, .enable, .disable, .revoke, .adopt, .release: break
        }
    }

    private mutating func take(_ fields: FieldMap<Value>, at address: Address) {
        switch address.kind {
        case .user: users[address.name] = true
        case .group: groups.insert(address.name)
        case .agency: agencies[address.name] = .unknown
        case .identityProvider: providers[address.name] = FederatedAccess()
        case .policy, .passwordPolicy, .securitySettings, .project: break
        }
        for (field, value) in fields { take(field, value, at: address) }
    }

    private mutating func take(_ field: Field, _ value: Value, at address: Address) {
        switch (address.kind, field, value) {
        case (.user, .enabled, .boolean(let flag)): users[address.name] = flag
        case (.policy, .document, .document(let document)): documents[.custom(address.name)] = document
        case (.agency, .trustPolicy, .document(let document)): agencies[address.name] = .document(document)
        case (.agency, .trust, .list(let items)):
            agencies[address.name] = .list(
                items.compactMap { if case .trust(let principal) = $0 { principal } else { nil } })
        case (.identityProvider, _, _): providers[address.name]?.take(field, value)
        default: break
        }
    }

    private mutating func remove(_ address: Address) {
        switch address.kind {
        case .user:
            users[address.name] = nil
            memberships = memberships.filter { $0.user != address.name }
        case .group:
            groups.remove(address.name)
            memberships = memberships.filter { $0.group != address.name }
        case .agency: agencies[address.name] = nil
        case .policy:
            documents[.custom(address.name)] = nil
            attachments = attachments.filter { $0.key.policy != .custom(address.name) }
        case .identityProvider: providers[address.name] = nil
        case .passwordPolicy, .securitySettings, .project: break
        }
        attachments = attachments.filter { $0.key.principal != address }
    }

    private mutating func rename(_ old: Address, to new: Address) {
        switch new.kind {
        case .user: users[new.name] = users.removeValue(forKey: old.name)
        case .group:
            groups.remove(old.name)
            groups.insert(new.name)
            renameMapped(old, to: new)
        case .agency: agencies[new.name] = agencies.removeValue(forKey: old.name)
        case .policy: documents[.custom(new.name)] = documents.removeValue(forKey: .custom(old.name))
        case .identityProvider: providers[new.name] = providers.removeValue(forKey: old.name)
        case .passwordPolicy, .securitySettings, .project: break
        }
        memberships = Set(memberships.map { $0.renamed(old, to: new) })
        attachments = Dictionary(
            attachments.map { ($0.key.renamed(old, to: new), $0.value) },
            uniquingKeysWith: { first, _ in first })
    }
}
