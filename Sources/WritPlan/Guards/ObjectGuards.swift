internal import WritModel

/// Refuses changes of what must not change at all: protected objects, emptied lists, edges that
/// somebody else made, objects that somebody else owns.
func objectRefusals(_ changes: [Change], _ context: GuardContext) -> [Refusal] {
    let former = FormerNames(changes)
    let emptied = emptiedLists(changes, former, context)
    return protectedRefusals(changes, emptied, former, context) + emptiedRefusals(emptied)
        + foreignRefusals(changes, former, context) + reservedRefusals(changes, former, context)
        + adoptionRefusals(context)
}

/// The names under which the ledger and the store still have the objects that the changes rename.
struct FormerNames {
    private var names: [Address: Address] = [:]

    /// The names that `changes` give up.
    init(_ changes: [Change]) {
        for change in changes {
            if case .rename(let old) = change.effect {
                names[change.address] = Address(change.address.kind, old)
            }
        }
    }

    /// The name before the changes.
    subscript(address: Address) -> Address { names[address] ?? address }
}

private func protectedRefusals(
    _ changes: [Change], _ emptied: [EmptiedList], _ former: FormerNames, _ context: GuardContext
) -> [Refusal] {
    var refusals: [Refusal] = []
    func refuse(_ address: Address, _ what: String) {
        guard
            let reason = context.desired.objects[address]?.protect
                ?? context.applied.objects[former[address]]?.protect
        else { return }
        refusals.append(
            Refusal(
                .protected, "`\(former[address])` is protected and would be \(what): \(reason)",
                items: [address.description]))
    }
    for change in changes {
        switch change.effect {
        case .delete: refuse(change.address, "deleted")
        case .rename: refuse(change.address, "renamed")
        case .update(let fields) where fields.contains { $0.field == .enabled && $0.after == .boolean(false) }:
            refuse(change.address, "disabled")
        default: continue
        }
    }
    for list in emptied { refuse(list.address, "left without \(list.name)") }
    return refusals
}

/// A list of an object that had items and is left with none.
private struct EmptiedList: Hashable {
    var address: Address
    var name: String
    /// Whether the manifest states the list: then it is worth a refusal of its own.
    var isStated: Bool
}

private func emptiedRefusals(_ emptied: [EmptiedList]) -> [Refusal] {
    emptied.filter(\.isStated).map { list in
        Refusal(
            .emptiedList, "`\(list.address)` would be left without \(list.name)",
            items: [list.address.description])
    }
}

/// The lists that the changes empty, of objects that stay. Lists that only expiries empty are left out.
private func emptiedLists(
    _ changes: [Change], _ former: FormerNames, _ context: GuardContext
) -> [EmptiedList] {
    var balance: [EmptiedList: (removed: Int, added: Int)] = [:]
    let deleted = Set(changes.filter { $0.action == .delete }.map(\.address))
    func count(_ address: Address, _ list: EdgeList, removed: Int = 0, added: Int = 0) {
        let stated = context.desired.objects[address]?.listModes[list] != nil
        let key = EmptiedList(address: address, name: list.rawValue, isStated: stated)
        balance[key, default: (0, 0)].removed += removed
        balance[key, default: (0, 0)].added += added
    }
    var result: [EmptiedList] = []
    for change in changes {
        switch change.effect {
        case .join(let edge):
            count(Address(.group, edge.group), .members, added: 1)
            count(Address(.user, edge.user), .groups, added: 1)
        case .leave(let edge):
            count(Address(.group, edge.group), .members, removed: 1)
            count(Address(.user, edge.user), .groups, removed: 1)
        case .attach(let key, _, nil): count(key.principal, .policies, added: 1)
        case .detach(let key, _) where change.cause != .expiry: count(key.principal, .policies, removed: 1)
        case .update(let fields):
            for field in fields where field.after == .list([]) {
                if case .list(let items)? = field.before, !items.isEmpty {
                    result.append(
                        EmptiedList(address: change.address, name: field.field.rawValue, isStated: true))
                }
            }
        default: continue
        }
    }
    let cut = balance.filter { $0.value.removed > 0 && $0.value.added == 0 }
    let live = cut.isEmpty ? [:] : liveCounts(context.observed)
    for (list, counts) in cut {
        let before = live[former[list.address]]?[list.name] ?? 0
        if before == counts.removed, !deleted.contains(list.address) { result.append(list) }
    }
    return result.sorted { ($0.address, $0.name) < ($1.address, $1.name) }
}

/// How many items each live edge list has.
private func liveCounts(_ observed: ObservedState) -> [Address: [String: Int]] {
    var counts: [Address: [String: Int]] = [:]
    for edge in observed.memberships.keys {
        counts[Address(.group, edge.group), default: [:]][EdgeList.members.rawValue, default: 0] += 1
        counts[Address(.user, edge.user), default: [:]][EdgeList.groups.rawValue, default: 0] += 1
    }
    for key in observed.attachments.keys {
        counts[key.principal, default: [:]][EdgeList.policies.rawValue, default: 0] += 1
    }
    return counts
}

/// Edges that Writ did not make may be cut only by a list that was exact before, so that a person has
/// seen the row `foreign` once, and never from a principal that nobody declared.
private func foreignRefusals(
    _ changes: [Change], _ former: FormerNames, _ context: GuardContext
) -> [Refusal] {
    let deleted = Set(changes.filter { $0.action == .delete }.map(\.address))
    func owns(_ list: EdgeList, of address: Address) -> Bool {
        context.applied.objects[former[address]]?.lists[list] != nil
    }
    let cut = changes.filter { change in
        guard change.isForeign else { return false }
        switch change.effect {
        case .leave(let edge):
            let user = Address(.user, edge.user)
            return !owns(.members, of: Address(.group, edge.group)) && !owns(.groups, of: user)
                && !deleted.contains(user)
        case .detach(let key, _): return !owns(.policies, of: key.principal)
        case .disable, .revoke:
            let before = context.applied.objects[former[change.address]]?.fields
            return before?.has(.accessKeysKeys) != true && !deleted.contains(change.address)
        default: return false
        }
    }
    guard !cut.isEmpty else { return [] }
    return [
        Refusal(
            .foreignEdges, "\(cut.count) edges and keys that Writ did not make would be cut",
            count: cut.count,
            items: cut.map(\.summary))
    ]
}

private func adoptionRefusals(_ context: GuardContext) -> [Refusal] {
    context.unadopted.map { address in
        Refusal(
            .adoption, "`\(address)` exists in the store, is not owned and differs from its manifest",
            items: [address.description])
    }
}
