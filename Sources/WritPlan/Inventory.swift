package import WritModel
internal import WritDiagnostics

/// Works out what the ledger has to remember of a commit.
package struct InventoryWriter: Sendable {
    private let desired: DesiredState
    private let sources: SourceMap
    private let applied: AppliedState
    private let commit: String
    /// The names under which the states before the run have what the plan renames.
    private let formerNames: [Address: Address]

    /// - Parameters:
    ///   - applied: the ledger before the run.
    ///   - changes: the plan's.
    ///   - commit: the full id of the commit that is applied.
    package init(
        desired: DesiredState, sources: SourceMap, applied: AppliedState, changes: [Change],
        commit: String
    ) {
        self.desired = desired
        self.sources = sources
        self.applied = applied
        self.commit = commit
        var formerNames: [Address: Address] = [:]
        for change in changes {
            if case .rename(let old) = change.effect {
                formerNames[change.address] = Address(change.address.kind, old)
            }
        }
        self.formerNames = formerNames
    }

    /// What the inventory takes down when `change` is done.
    ///
    /// - Parameter observed: the store before the run, for the ids of live objects.
    package func changes(for change: Change, observed: ObservedState) -> [InventoryChange] {
        let address = change.address
        switch change.effect {
        case .create, .update:
            return owned(address, id: id(of: address, observed)).map { [.own($0)] } ?? []
        case .rename(let old):
            return [.rename(from: Address(address.kind, old), to: address)]
                + (owned(address, id: id(of: address, observed)).map { [.own($0)] } ?? [])
        case .delete: return [.disown(address)]
        case .join(let edge): return [.ownMembership(edge, provenance(of: address))]
        case .leave(let edge): return [.disownMembership(edge)]
        case .attach(let key, let expires, _):
            return [
                .ownAttachment(
                    key, AppliedAttachment(expires: expires, provenance: provenance(of: address)))
            ]
        case .detach(let key, _): return [.disownAttachment(key)]
        case .issue(let order): return [.ownCredential(address, order)]
        case .enable, .disable, .revoke: return []
        case .adopt(let ownership): return adoption(of: ownership, at: address, observed)
        case .release(let ownership): return release(of: ownership, at: address)
        }
    }

    /// What brings the inventory in line with the commit once the store is: everything that no change
    /// had to touch, such as a new reason for a protection or a field that already was as declared.
    ///
    /// - Parameters:
    ///   - current: the ledger after the changes.
    ///   - observed: the store after the changes.
    package func refresh(current: AppliedState, observed: ObservedState) -> [InventoryChange] {
        var result: [InventoryChange] = []
        for address in desired.objects.keys.sorted() {
            guard let live = observed.objects[address], var object = owned(address, id: live.id) else {
                continue
            }
            object.fields.takeCredentials(
                desired.objects[address]?.fields ?? [:], live: live,
                before: current.objects[address]?.fields ?? [:])
            if let known = current.objects[address], known.isSame(as: object) { continue }
            result.append(.own(object))
        }
        result += refreshedAttachments(current: current, observed: observed)
        for address in current.objects.keys.sorted()
        where !desired.objects.has(address) && !observed.objects.has(address) {
            result.append(.disown(address))
        }
        return result
    }

    /// Owned attachments whose declared expiry the store already had, so that no change brought it.
    private func refreshedAttachments(
        current: AppliedState, observed: ObservedState
    ) -> [InventoryChange] {
        var result: [InventoryChange] = []
        for object in desired.objects.values.sorted(by: { $0.address < $1.address }) {
            guard let list = object.policies, list.mode != .none else { continue }
            for item in list.items {
                let key = AttachmentKey(
                    principal: object.address, policy: item.policy, scope: item.scope ?? .account)
                guard let known = current.attachments[key], known.expires != item.expires,
                    let live = observed.attachments[key], live.expires == item.expires
                else { continue }
                let fresh = AppliedAttachment(
                    expires: item.expires, provenance: provenance(of: object.address))
                result.append(.ownAttachment(key, fresh))
            }
        }
        return result
    }

    /// The live id of an object; empty for one that is still to be created.
    private func id(of address: Address, _ observed: ObservedState) -> String {
        (observed.objects[address] ?? observed.objects[formerNames[address] ?? address])?.id ?? ""
    }

    private func owned(_ address: Address, id: String) -> AppliedObject? {
        guard let object = desired.objects[address] else { return nil }
        let before = applied.objects[formerNames[address] ?? address]
        // A credential is remembered once it was made, which no other change says.
        var fields = object.fields.compactMap { $0.isCredential ? nil : $1 }
        for field in Field.credentials { fields[field] = before?.fields[field] }
        return AppliedObject(
            address, id: id, fields: fields, lists: object.appliedLists,
            protect: object.protect ?? before?.protect, provenance: provenance(of: address))
    }

    private func provenance(of address: Address) -> Provenance {
        let span = sources[address]?.name
        return Provenance(commit: commit, file: span?.file ?? "", line: span?.start.line ?? 0)
    }

    private func adoption(
        of ownership: Ownership, at address: Address, _ observed: ObservedState
    ) -> [InventoryChange] {
        var result: [InventoryChange] = []
        if ownership.object, var object = owned(address, id: id(of: address, observed)) {
            if let live = observed.objects[formerNames[address] ?? address] ?? observed.objects[address] {
                object.fields.takeCredentials(
                    desired.objects[address]?.fields ?? [:], live: live, before: [:])
            }
            result.append(.own(object))
        }
        result += ownership.memberships.map { .ownMembership($0, provenance(of: address)) }
        result += ownership.attachments.map { key in
            .ownAttachment(
                key,
                AppliedAttachment(
                    expires: observed.attachments[key]?.expires, provenance: provenance(of: address)))
        }
        return result
    }

    private func release(of ownership: Ownership, at address: Address) -> [InventoryChange] {
        if ownership.object { return [.disown(address)] }
        var result: [InventoryChange] = []
        if !ownership.fields.isEmpty || !ownership.lists.isEmpty, var object = applied.objects[address] {
            for field in ownership.fields { object.fields[field] = nil }
            for list in ownership.lists { object.lists[list] = nil }
            result.append(.own(object))
        }
        result += ownership.memberships.map { .disownMembership($0) }
        result += ownership.attachments.map { .disownAttachment($0) }
        return result
    }
}

extension FieldMap<DesiredValue> {
    /// Remembers of the declared credentials those that are live, and those that were made before: what was never made
    /// is not remembered, or it would count as lost.
    fileprivate mutating func takeCredentials(
        _ declared: FieldMap<DesiredValue>, live: ObservedObject, before: FieldMap<DesiredValue>
    ) {
        if let password = declared[.consoleInitialPassword] {
            let isThere = password.isSatisfied(by: live.fields[.consoleInitialPassword])
            self[.consoleInitialPassword] = isThere ? password : before[.consoleInitialPassword]
        } else {
            self[.consoleInitialPassword] = nil
        }
        guard case .list(var list)? = declared[.accessKeysKeys] else {
            self[.accessKeysKeys] = nil
            return
        }
        guard list.mode != .none else {
            self[.accessKeysKeys] = .list(list)
            return
        }
        var made: [String: Int] = [:]
        for key in live.accessKeys { made[key.name] = Swift.max(made[key.name] ?? 0, key.generation) }
        if case .list(let last)? = before[.accessKeysKeys], last.mode != .none {
            for case .accessKey(let key) in last.items {
                made[key.name] = Swift.max(made[key.name] ?? 0, key.generation)
            }
        }
        list.items = list.items.compactMap { item in
            guard case .accessKey(var key) = item, let newest = made[key.name] else { return nil }
            key.generation = Swift.min(key.generation, newest)
            return .accessKey(key)
        }
        self[.accessKeysKeys] = .list(list)
    }
}

extension AppliedObject {
    /// Whether both say the same, from whatever commit.
    fileprivate func isSame(as other: AppliedObject) -> Bool {
        var other = other
        other.provenance = provenance
        return self == other
    }
}
