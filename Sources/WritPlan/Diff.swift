internal import WritDiagnostics
package import WritModel

/// The three-way difference: base is what was last applied, ours the manifests, theirs the store.
///
/// Cost is linear in the three states.
package func diff(_ input: PlanInput) -> Difference {
    var working = DiffInProgress(input)
    working.diffObjects()
    working.diffMemberships()
    working.diffAttachments()
    working.diffCredentials()
    working.addRemarks()
    working.checkReserved()
    working.checkRoleDependencies()
    working.collectOwnership()
    return working.finished()
}

/// The state of one diff while its parts add to it.
struct DiffInProgress {
    let input: PlanInput
    let renames: Renames
    /// The applied and the observed state under the names they will have. What can still be confirmed counts as live:
    /// asking again would only send another message.
    let applied: AppliedState
    let observed: ObservedState
    /// The observed state under the names it will have, with what is in force now.
    let inForce: ObservedState
    let denials: Denials
    /// Owned objects that leave the commit, and so the store.
    let pruned: Set<Address>

    var changes: [Change] = []
    var difference = Difference()
    /// What is taken over or given up without touching the store, per object.
    var adopted: [Address: Ownership] = [:]
    var released: [Address: Ownership] = [:]

    init(_ input: PlanInput) {
        self.input = input
        let renames = Renames(input)
        let applied = renames.renaming(input.applied)
        let inForce = renames.renaming(input.observed)
        let observed = inForce.awaiting(asOf: input.asOf)
        self.renames = renames
        self.applied = applied
        self.observed = observed
        self.inForce = inForce
        self.denials = Denials(desired: input.desired, observed: observed)
        self.pruned = Set(
            applied.objects.keys.filter { address in
                !input.desired.objects.has(address) && observed.objects.has(address)
                    && applied.objects[address].map { input.target.contains($0.provenance.file) } == true
                    && observed.objects[address]?.reserved?.isRefusedByVendor != true
            })
        difference.diagnostics = renames.problems
    }

    /// Says what no change settles; see ``FieldRemark``.
    mutating func addRemarks() {
        for object in input.desired.objects.values {
            guard let live = inForce.objects[object.address] else { continue }
            for remark in remarks(on: object.fields, of: live, asOf: input.asOf) {
                difference.diagnostics.append(
                    remark.diagnostic(at: input.sources[object.address]?.fields[remark.field]))
            }
            if live.mfaDevices == nil, object.fields.has(.mfaRequired) {
                difference.unverifiable.append(ObjectField(object.address, .mfaRequired))
            }
        }
    }

    /// Whether the object is owned: edges of objects that are not are foreign to us.
    func isOwned(_ address: Address) -> Bool { applied.objects.has(address) }

    /// Whether the object is declared or owned.
    func isManaged(_ address: Address) -> Bool {
        isOwned(address) || input.desired.objects.has(address)
    }

    /// Why a declared thing has to change, given what was last applied.
    ///
    /// - Parameters:
    ///   - commitChanged: the manifest says something else than was last applied.
    ///   - storeChanged: the store has something else than was last applied.
    func cause(commitChanged: Bool, storeChanged: Bool) -> Cause {
        switch (commitChanged, storeChanged) {
        case (true, true): .both
        case (false, true): .drift
        case (_, false): .commit
        }
    }

    func finished() -> Difference {
        var result = difference
        result.changes = ordered(changes)
        let touched = Set(changes.filter { !$0.effect.isLedgerOnly }.map(\.address))
        result.unchangedCount =
            input.desired.objects.count - touched.count { input.desired.objects.has($0) }
        result.unmanaged = observed.objects.values
            .filter { $0.reserved == nil && !isManaged($0.address) }.map(\.address).sorted()
        result.reserved = observed.reservedObjects(unless: isManaged)
        result.unverifiable.sort { ($0.address, $0.field) < ($1.address, $1.field) }
        result.unadopted = unadopted()
        result.diagnostics = result.diagnostics.ordered()
        return result
    }

    /// Unowned live objects that something would change about, without leave to take them over.
    private func unadopted() -> [Address] {
        let changed = Set(
            changes.filter { !$0.effect.isLedgerOnly }.flatMap(\.endpoints))
        if changed.isEmpty { return [] }
        return input.desired.objects.values
            .filter { object in
                !isOwned(object.address) && observed.objects.has(object.address) && !object.adopt
                    && !input.adopting.contains(object.address) && changed.contains(object.address)
                    && changes.contains { $0.concerns(object, in: input.desired) }
            }
            .map(\.address).sorted()
    }
}

extension Change {
    /// The objects that the change touches: itself, and both ends of an edge.
    package var endpoints: [Address] {
        switch effect {
        case .join(let edge), .leave(let edge):
            return [Address(.group, edge.group), Address(.user, edge.user)]
        case .attach(let key, _, _), .detach(let key, _):
            if case .custom(let name) = key.policy { return [key.principal, Address(.policy, name)] }
            return [key.principal]
        case .rename(let old): return [address, Address(address.kind, old)]
        case .create, .update, .delete, .issue, .enable, .disable, .revoke, .adopt, .release:
            return [address]
        }
    }

    /// Whether the change follows from what `object`'s own manifest states.
    fileprivate func concerns(_ object: DesiredObject, in desired: DesiredState) -> Bool {
        switch effect {
        case .adopt, .release: return false
        case .create, .update, .rename, .delete, .issue, .enable, .disable, .revoke:
            return address == object.address
        case .join(let edge), .leave(let edge):
            return object.address == Address(.group, edge.group) && object.members != nil
                || object.address == Address(.user, edge.user) && object.groups != nil
        case .attach(let key, _, _), .detach(let key, _):
            return object.address == key.principal && object.policies != nil
        }
    }
}
