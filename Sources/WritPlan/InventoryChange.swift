package import WritModel

/// What the ledger's inventory takes down when a change is done.
package enum InventoryChange: Hashable, Sendable {
    /// Add the object, or replace what is remembered of it. An empty id stands for the id that the
    /// store answers to the change itself.
    case own(AppliedObject)
    /// Remember that a credential of an owned object was made.
    case ownCredential(Address, CredentialOrder)
    /// Forget the object and every edge of it.
    case disown(Address)
    /// The object and every edge of it go by the new name.
    case rename(from: Address, to: Address)
    case ownMembership(Membership, Provenance)
    case disownMembership(Membership)
    case ownAttachment(AttachmentKey, AppliedAttachment)
    case disownAttachment(AttachmentKey)
}

extension AppliedState {
    /// What the ledger remembers once `change` is taken down.
    ///
    /// - Parameter answeredID: the id that the store answered, for a new object.
    package mutating func take(_ change: InventoryChange, answeredID: String?) {
        switch change {
        case .own(var object):
            if object.id.isEmpty { object.id = answeredID ?? objects[object.address]?.id ?? "" }
            objects[object.address] = object
        case .ownCredential(let address, let order):
            if let fields = objects[address]?.fields.remembering(order) { objects[address]?.fields = fields }
        case .disown(let address):
            objects[address] = nil
            memberships = memberships.filter { !$0.key.names(address) }
            attachments = attachments.filter { !$0.key.names(address) }
        case .rename(let old, let new):
            rename(old, to: new)
        case .ownMembership(let edge, let provenance): memberships[edge] = provenance
        case .disownMembership(let edge): memberships[edge] = nil
        case .ownAttachment(let key, let attachment): attachments[key] = attachment
        case .disownAttachment(let key): attachments[key] = nil
        }
    }

    private mutating func rename(_ old: Address, to new: Address) {
        if var object = objects.removeValue(forKey: old) {
            object.address = new
            objects[new] = object
        }
        for address in objects.keys {
            if old.kind == .group, address.kind == .identityProvider,
                let mappings = objects[address]?.fields[.mappings]
            {
                objects[address]?.fields[.mappings] = mappings.renaming(group: old.name, to: new.name)
            }
            guard let object = objects[address], !object.lists.isEmpty else { continue }
            for (list, value) in object.lists {
                objects[address]?.lists[list] = value.renaming(old, to: new, in: list)
            }
        }
        memberships = Dictionary(
            memberships.map { ($0.renamed(old, to: new), $1) }, uniquingKeysWith: { first, _ in first })
        attachments = Dictionary(
            attachments.map { ($0.renamed(old, to: new), $1) }, uniquingKeysWith: { first, _ in first })
    }
}

extension FieldMap<DesiredValue> {
    /// The applied fields once a credential was made.
    package func remembering(_ order: CredentialOrder) -> FieldMap<DesiredValue> {
        var fields = self
        switch order.name {
        case .password:
            fields[.consoleInitialPassword] = .scalar(
                .credential(DeclaredCredential(generation: order.generation)))
        case .accessKey(let name):
            var list = DesiredList<Item>(.atLeast, [])
            if case .list(let known)? = fields[.accessKeysKeys], known.mode != .none { list = known }
            list.items.removeAll { $0.identity == name }
            list.items.append(.accessKey(DeclaredAccessKey(name: name, generation: order.generation)))
            fields[.accessKeysKeys] = .list(list)
        }
        return fields
    }
}
