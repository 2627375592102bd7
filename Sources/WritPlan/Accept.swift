package import WritModel

/// The declared state with what drifted in the store taken over, so that no plan would undo it.
///
/// Three-way, as a plan is: only what differs from what was last applied is taken. What the manifests say
/// anew stays said; a declared object that was never applied has no such base and takes all that differs
/// where it is named. What a manifest does not state is not stated afterwards either. Cost is that of a
/// few plans.
///
/// - Returns: the state, equal to `input.desired` where nothing drifted.
package func accept(_ accepted: AcceptedObjects, _ input: PlanInput) -> DesiredState {
    var input = input
    // What names an object that goes, or is declared anew, changes with it: a second look settles that.
    for _ in 0..<4 {
        var acceptance = Acceptance(accepted, input)
        acceptance.run()
        if acceptance.desired == input.desired { break }
        input.desired = acceptance.desired
    }
    return input.desired
}

/// The rows of a plan that undo what happened in the store to the accepted objects. After an acceptance
/// there are none.
package func undoing(_ accepted: AcceptedObjects, _ input: PlanInput) -> [Change] {
    let acceptance = Acceptance(accepted, input)
    return diff(input).changes.filter { acceptance.takes($0) }
}

/// One round: the plan's rows are turned round, from the store into the declared state.
private struct Acceptance {
    let accepted: AcceptedObjects
    let input: PlanInput
    let applied: AppliedState
    let observed: ObservedState
    var desired: DesiredState

    init(_ accepted: AcceptedObjects, _ input: PlanInput) {
        let renames = Renames(input)
        self.accepted = accepted
        self.input = input
        self.applied = renames.renaming(input.applied)
        self.observed = renames.renaming(input.observed).awaiting(asOf: input.asOf)
        self.desired = input.desired
    }

    mutating func run() {
        for object in accepted.unmanaged where desired.objects[object.address] == nil {
            // An object that is gone by now is not declared over again.
            if observed.objects[object.address] != nil { desired.objects[object.address] = object }
        }
        guard desired == input.desired else { return settleReferences() }
        for address in input.desired.objects.keys.sorted() where accepted.contains(address) {
            takeFields(of: address)
        }
        for change in diff(input).changes where takes(change) { take(change) }
        settleReferences()
    }

    /// Whether a change would undo what happened in the store to an accepted object.
    func takes(_ change: Change) -> Bool {
        guard !change.effect.isLedgerOnly, names(change).contains(where: accepted.contains) else {
            return false
        }
        let isUnbased = change.cause == .commit && names(change).contains(where: isUnbased)
        switch change.effect {
        case .update(let changes): return changes.contains { isTaken($0.field, of: change.address) }
        case .rename, .delete, .issue, .adopt, .release: return false
        case .enable, .disable, .revoke: return isTaken(.accessKeysKeys, of: change.address)
        case .create: return change.cause != .commit
        case .join, .leave, .attach: return change.cause != .commit || isUnbased
        case .detach(let key, let expires):
            if change.cause == .expiry {
                return applied.attachments[key].map { $0.expires != expires } ?? false
            }
            return change.cause != .commit || isUnbased
        }
    }

    /// The objects that a change is listed under: not the policy that is attached.
    private func names(_ change: Change) -> [Address] {
        switch change.effect {
        case .join(let edge), .leave(let edge): [Address(.group, edge.group), Address(.user, edge.user)]
        default: [change.address]
        }
    }

    /// Whether an object is declared and live but was never applied, and is asked for by name.
    private func isUnbased(_ address: Address) -> Bool {
        applied.objects[address] == nil && observed.objects[address] != nil
            && (accepted.addresses?.contains(address) ?? false || accepted.isNew(address))
    }
}

// MARK: Objects

extension Acceptance {
    private func isTaken(_ field: Field, of address: Address) -> Bool {
        guard let live = observed.objects[address], let stated = desired.objects[address]?.fields[field],
            input.capabilities[address.kind, field].isObservable,
            !stated.isSatisfied(by: live.fields[field])
        else { return false }
        guard applied.objects[address] != nil else { return isUnbased(address) }
        guard let last = applied.objects[address]?.fields[field] else { return false }
        return !last.isSatisfied(by: live.fields[field])
    }

    private mutating func takeFields(of address: Address) {
        guard let fields = desired.objects[address]?.fields else { return }
        for (field, stated) in fields where isTaken(field, of: address) {
            desired.objects[address]?.fields[field] = stated.accepting(
                observed.objects[address]?.fields[field])
        }
    }

    private mutating func remove(_ address: Address) {
        desired.objects[address] = nil
        for other in desired.objects.keys {
            switch address.kind {
            case .user: desired.objects[other]?.members?.items.removeAll { $0.name == address.name }
            case .group:
                desired.objects[other]?.groups?.items.removeAll { $0.name == address.name }
                desired.objects[other]?.forgetMapped(address.name)
            case .policy:
                desired.objects[other]?.policies?.items.removeAll {
                    $0.policy == .custom(address.name)
                }
            case .agency, .passwordPolicy, .securitySettings, .project, .identityProvider: break
            }
        }
    }

    /// A name is external exactly where no manifest declares it.
    private mutating func settleReferences() {
        func isExternal(_ kind: Kind, _ name: String) -> Bool { desired.objects[Address(kind, name)] == nil }
        for address in desired.objects.keys {
            guard var object = desired.objects[address] else { continue }
            for (index, item) in (object.members?.items ?? []).enumerated() {
                object.members?.items[index].isExternal = isExternal(.user, item.name)
            }
            for (index, item) in (object.groups?.items ?? []).enumerated() {
                object.groups?.items[index].isExternal = isExternal(.group, item.name)
            }
            for (index, item) in (object.policies?.items ?? []).enumerated() {
                guard case .custom(let name) = item.policy else { continue }
                object.policies?.items[index].isExternal = isExternal(.policy, name)
            }
            object.settleMapped { isExternal(.group, $0) }
            desired.objects[address] = object
        }
    }
}

// MARK: Edges

extension Acceptance {
    private mutating func take(_ change: Change) {
        switch change.effect {
        case .create: remove(change.address)
        case .join(let edge): forget(edge)
        case .leave(let edge): admit(edge)
        case .attach(let key, _, let replaced):
            guard let index = index(of: key) else { return }
            if let replaced {
                desired.objects[key.principal]?.policies?.items[index].expires = replaced.expires
            } else {
                desired.objects[key.principal]?.policies?.items.remove(at: index)
            }
        case .detach(let key, let expires): admit(key, expires)
        case .update, .rename, .delete, .issue, .enable, .disable, .revoke, .adopt, .release: break
        }
    }

    /// Takes a membership that is gone out of every list that asks for it.
    private mutating func forget(_ edge: Membership) {
        let (group, user) = (Address(.group, edge.group), Address(.user, edge.user))
        if desired.objects[group]?.members?.mode != ListMode.none {
            desired.objects[group]?.members?.items.removeAll { $0.name == edge.user }
        }
        if desired.objects[user]?.groups?.mode != ListMode.none {
            desired.objects[user]?.groups?.items.removeAll { $0.name == edge.group }
        }
    }

    /// Lets every list that rules a live membership out agree to it.
    private mutating func admit(_ edge: Membership) {
        let (group, user) = (Address(.group, edge.group), Address(.user, edge.user))
        desired.objects[group]?.members?.admit(edge.user)
        desired.objects[user]?.groups?.admit(edge.group)
    }

    /// Lets the principal's list agree to a live attachment.
    private mutating func admit(_ key: AttachmentKey, _ expires: Expiry?) {
        if let index = index(of: key) {
            desired.objects[key.principal]?.policies?.items[index].expires = expires
            return
        }
        switch desired.objects[key.principal]?.policies?.mode {
        case .exactly?:
            desired.objects[key.principal]?.policies?.items.append(
                DesiredAttachment(key.policy, scope: key.scope, expires: expires))
        case ListMode.none?:
            desired.objects[key.principal]?.policies?.items.removeAll {
                $0.policy == key.policy && ($0.scope == nil || $0.scope == key.scope)
            }
        case .atLeast?, nil: break
        }
    }

    /// Where the principal's list asks for an attachment.
    private func index(of key: AttachmentKey) -> Int? {
        guard let list = desired.objects[key.principal]?.policies, list.mode != .none else { return nil }
        return list.items.firstIndex { $0.policy == key.policy && ($0.scope ?? .account) == key.scope }
    }
}

extension DesiredList<Reference> {
    /// Takes in what an exact list lacks and out what a `none` list forbids.
    fileprivate mutating func admit(_ name: String) {
        switch mode {
        case .exactly: if !items.contains(where: { $0.name == name }) { items.append(Reference(name)) }
        case .none: items.removeAll { $0.name == name }
        case .atLeast: break
        }
    }
}

extension DesiredValue {
    /// The value that is satisfied by `live` and otherwise says as much as this one, in the author's order;
    /// `nil` where only saying nothing is.
    fileprivate func accepting(_ live: Value?) -> DesiredValue? {
        guard case .list(var list) = self else { return live.map(DesiredValue.scalar) }
        let items: [Item] = if case .list(let items)? = live { items } else { [] }
        let byIdentity = Dictionary(items.map { ($0.identity, $0) }, uniquingKeysWith: { $1 })
        let named = Set(list.items.map(\.identity))
        // An item that is live as it was asked for keeps what no store shows, such as a recipient.
        func found(_ item: Item) -> Item? {
            byIdentity[item.identity].map { $0 == item.asObserved ? item : $0 }
        }
        switch list.mode {
        case .none: list.items.removeAll { byIdentity[$0.identity] != nil }
        case .atLeast: list.items = list.items.compactMap(found)
        case .exactly:
            list.items =
                list.items.compactMap(found)
                + items.filter { !named.contains($0.identity) }
        }
        return .list(list)
    }
}
