internal import WritDiagnostics
internal import WritModel

extension DiffInProgress {
    /// Joins and leaves. `group.members` and `user.groups` describe the same edges; the decoder has
    /// made sure that they do not contradict each other.
    mutating func diffMemberships() {
        let wanted = wantedMemberships()
        var liveCount = 0
        var ownedCount = 0
        for (edge, item) in wanted {
            if item.isExternal { requireLive(edge, at: item.source) }
            let isLive = observed.memberships.has(edge)
            let isOwned = applied.memberships.has(edge)
            liveCount += isLive ? 1 : 0
            ownedCount += isOwned ? 1 : 0
            if !isLive {
                changes.append(
                    edgeChange(
                        Address(.group, edge.group), .join(edge), cause: isOwned ? .drift : .commit,
                        source: item.source))
            } else if !isOwned {
                adopted[Address(.group, edge.group), default: Ownership(object: false)].memberships
                    .append(edge)
            }
        }
        // Where all that is live or owned was met as wanted, none is left to be looked for.
        if liveCount < observed.memberships.count {
            for edge in observed.memberships.keys where !wanted.has(edge) { diffUnwanted(edge) }
        }
        if ownedCount < applied.memberships.count {
            for edge in applied.memberships.keys
            where !wanted.has(edge) && !observed.memberships.has(edge) {
                release(edge)
            }
        }
    }

    /// An item of a `members` or `groups` list that asks for an edge.
    private struct WantedMembership {
        var source: SourceSpan?
        /// The other end is not declared, so that no plan creates it.
        var isExternal: Bool
    }

    /// The edges that lists of either end ask for.
    private func wantedMemberships() -> [Membership: WantedMembership] {
        var wanted: [Membership: WantedMembership] = [:]
        wanted.reserveCapacity(observed.memberships.count)
        for object in input.desired.objects.values where object.members != nil || object.groups != nil {
            let items = input.sources[object.address]?.items
            if let members = object.members, members.mode != .none {
                let places = items?[.members]
                for (index, user) in members.items.enumerated() {
                    let edge = Membership(user: user.name, group: object.address.name)
                    wanted[edge] = WantedMembership(
                        source: places?[safe: index], isExternal: user.isExternal)
                }
            }
            if let groups = object.groups, groups.mode != .none {
                for (index, group) in groups.items.enumerated() {
                    let edge = Membership(user: object.address.name, group: group.name)
                    // The group's own line is the better place: it is where readers look.
                    if wanted[edge]?.source == nil {
                        wanted[edge] = WantedMembership(
                            source: items?[.groups]?[safe: index], isExternal: group.isExternal)
                    }
                }
            }
        }
        return wanted
    }

    private mutating func diffUnwanted(_ edge: Membership) {
        let group = Address(.group, edge.group)
        let user = Address(.user, edge.user)
        let isOwned = applied.memberships.has(edge)
        let cut = ruling(on: edge)
        guard cut.isCut || pruned.contains(group) || pruned.contains(user) else {
            if isOwned { release(edge) }
            return
        }
        changes.append(
            edgeChange(
                group, .leave(edge),
                cause: isOwned || !cut.wasSo ? .commit : .drift, isForeign: !isOwned, source: cut.source))
    }

    /// Whether a list says that the edge must go, where it says so, and whether it already said so when it was
    /// last applied.
    private func ruling(on edge: Membership) -> (isCut: Bool, wasSo: Bool, source: SourceSpan?) {
        let group = Address(.group, edge.group)
        let user = Address(.user, edge.user)
        if let list = input.desired.objects[group]?.members,
            list.mode == .exactly
                || list.mode == .none && list.items.contains(where: { $0.name == edge.user })
        {
            return (
                true, wasCut(applied.objects[group]?.lists[.members], edge.user, list.mode),
                input.sources[group]?.lists[.members]
            )
        }
        if let list = input.desired.objects[user]?.groups,
            list.mode == .exactly
                || list.mode == .none && list.items.contains(where: { $0.name == edge.group })
        {
            return (
                true, wasCut(applied.objects[user]?.lists[.groups], edge.group, list.mode),
                input.sources[user]?.lists[.groups]
            )
        }
        return (false, false, nil)
    }

    private func wasCut(_ last: AppliedList?, _ name: String, _ mode: ListMode) -> Bool {
        last?.mode == mode && last?.ruling(on: name) != .silent
    }

    private mutating func release(_ edge: Membership) {
        released[Address(.group, edge.group), default: Ownership(object: false)].memberships.append(edge)
    }

    /// An external end has to be live, since no plan creates it.
    private mutating func requireLive(_ edge: Membership, at source: SourceSpan?) {
        for end in [Address(.user, edge.user), Address(.group, edge.group)]
        where !input.desired.objects.has(end) && !observed.objects.has(end) {
            difference.diagnostics.append(missingExternal(end, among: observed, at: source))
        }
    }
}

/// The error for an external object that the store does not have.
func missingExternal(_ address: Address, among observed: ObservedState, at source: SourceSpan?) -> Diagnostic
{
    let names = observed.objects.keys.filter { $0.kind == address.kind }.map(\.name)
    let hint = nearestName(to: address.name, among: names).map { "did you mean `\($0)`?" }
    return Diagnostic(
        "ref.external-missing",
        "the store has no \(address.kind.rawValue) `\(address.name)`", at: source,
        help: hint ?? "declare it in this target, or make it in the store first")
}

extension Array {
    /// The element at `index`, or `nil` beyond the end.
    subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
