internal import WritModel
internal import WritPlan
internal import WritStore

/// How the entries that a killed run has left open are settled: with what the inventory learns from an
/// entry that was done, and `nil` for one that was not. Only reading back tells.
func settlements(
    of state: ReadState, _ declaration: Declaration, asOf: Instant
) -> [(entry: JournalEntry, inventory: [InventoryChange]?)] {
    guard !state.openEntries.isEmpty else { return [] }
    // A value that was asked for and waits to be confirmed was asked for.
    let observed = state.observed.awaiting(asOf: asOf)
    let writer = InventoryWriter(
        desired: declaration.desired, sources: declaration.sources, applied: state.applied,
        changes: state.openEntries.map(\.change), commit: declaration.revision.commit ?? "")
    return state.openEntries.map { entry in
        // A credential that was made and not taken down is not done: nobody has it.
        if case .issue = entry.change.effect { return (entry, nil) }
        guard entry.change.isDone(in: observed) else { return (entry, nil) }
        return (entry, writer.changes(for: entry.change, observed: observed))
    }
}

extension Change {
    /// Whether the store is as the change wants it, judged by reading back: how an unknown outcome is
    /// settled, never by doing the change again.
    func isDone(in observed: ObservedState) -> Bool {
        switch effect {
        case .create(let fields):
            guard let live = observed.objects[address] else { return false }
            return fields.allSatisfy { live.fields[$0.field] == $0.value }
        case .update(let changes):
            guard let live = observed.objects[address] else { return false }
            return changes.allSatisfy { change in
                let value = live.fields[change.field]
                // A store may show an empty collection as none at all.
                return value == change.after || value == nil && change.after == .list([])
            }
        case .rename(let old):
            return observed.objects[address] != nil
                && observed.objects[Address(address.kind, old)] == nil
        case .delete: return observed.objects[address] == nil
        case .join(let edge): return observed.memberships[edge] != nil
        case .leave(let edge): return observed.memberships[edge] == nil
        case .attach(let key, let expires, _):
            return observed.attachments[key].map { $0.expires == expires } ?? false
        case .detach(let key, _): return observed.attachments[key] == nil
        case .issue: return false
        case .enable(let key): return observed.objects[address]?.status(of: key) == .active
        case .disable(let key): return observed.objects[address]?.status(of: key) == .inactive
        case .revoke(let key): return observed.objects[address]?.status(of: key) == nil
        case .adopt, .release: return false
        }
    }
}

extension ObservedObject {
    /// Whether the key can be used; `nil` where it is gone.
    fileprivate func status(of key: AccessKeyReference) -> DeclaredAccessKey.Status? {
        accessKeys.first { $0.id == key.id }?.status
    }
}
