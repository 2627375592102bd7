internal import WritModel

extension InMemoryContents {
    /// Does what somebody else does, without asking for any precondition.
    package mutating func apply(_ edit: ForeignEdit) {
        switch edit {
        case .addObject(let address, let fields): add(address, fields)
        case .setField(let address, let field, let value):
            state.objects[address]?.fields[field] = value
            state.objects[address]?.fields.dropEmptyLists()
            touch(address)
        case .rename(let address, let name):
            guard let object = state.objects[address] else { return }
            move(object, to: Address(address.kind, name))
        case .removeObject(let address): state.objects[address] = nil
        case .addMembership(let edge): state.memberships[edge] = nextVersion()
        case .removeMembership(let edge): state.memberships[edge] = nil
        case .addAttachment(let key, let expires), .setExpiry(let key, let expires):
            state.attachments[key] = ObservedAttachment(expires: expires, version: nextVersion())
        case .removeAttachment(let key): state.attachments[key] = nil
        case .addAccessKey(let user, let key): editKeys(of: user) { $0.append(key) }
        case .removeAccessKey(let user, let id): editKeys(of: user) { $0.removeAll { $0.id == id } }
        case .reserve(let address, let reservation):
            state.objects[address]?.reserved = reservation
            touch(address)
        case .confirmContacts: confirmsContacts = true
        case .ask(let user, let awaited):
            state.objects[user]?.forget(awaited.field)
            state.objects[user]?.awaited.append(awaited)
            state.objects[user]?.awaited.sort(by: AwaitedConfirmation.isBefore)
            touch(user)
        case .confirm(let user, let field): confirm(field, of: user)
        case .withdraw(let user, let field, let moment): withdraw(field, of: user, at: moment)
        case .setMFADevices(let user, let devices): state.objects[user]?.mfaDevices = devices
        }
    }
}
