package import WritDiagnostics
package import WritModel

/// How something live differs from what was last applied.
package enum DriftSort: Hashable, Sendable {
    /// The object is gone from the store.
    case missing
    /// A field has another value; `nil` where the store has none.
    case changed(Field, applied: DesiredValue, observed: Value?)
    /// An owned membership is gone.
    case lostMembership(Membership)
    /// An owned attachment is gone.
    case lostAttachment(AttachmentKey)
    /// A membership is there that an exact list does not name, or that a `none` list forbids.
    case extraMembership(Membership, isForbidden: Bool)
    /// An attachment is there that an exact list does not name, or that a `none` list forbids.
    case extraAttachment(AttachmentKey, isForbidden: Bool)
    /// An owned attachment ends at another time.
    case changedExpiry(AttachmentKey, applied: Expiry?, observed: Expiry?)
}

/// One difference between the store and what was last applied.
package struct DriftItem: Hashable, Sendable {
    /// The object; for a membership the group, for an attachment the principal.
    package var address: Address
    /// What differs.
    package var sort: DriftSort
    /// Where the value that was applied came from.
    package var since: Provenance

    package init(_ address: Address, _ sort: DriftSort, since: Provenance) {
        self.address = address
        self.sort = sort
        self.since = since
    }
}

/// What a drift check found.
package struct Drift: Hashable, Sendable {
    /// In address order, per object in the order of ``DriftSort``.
    package var items: [DriftItem]
    /// Live objects that Writ does not own, in order.
    package var unmanaged: [Address]
    /// Live objects that Writ does not own and that are not the account's own, in order.
    package var reserved: [ReservedObject] = []
    /// Owned fields that the store cannot show.
    package var unverifiable: [ObjectField]
    /// How many owned objects were compared.
    package var comparedCount: Int
    /// What was applied and people have not done yet, or may still do: no drift.
    package var remarks: [Diagnostic] = []
}

/// Compares the store with what was last applied; no manifest is looked at.
///
/// What can still be confirmed counts as live, as in a plan. Cost is linear in the two states.
package func drift(
    applied: AppliedState, observed inForce: ObservedState, capabilities: Capabilities, asOf: Instant
) -> Drift {
    let observed = inForce.awaiting(asOf: asOf).reserving(for: capabilities.vendor)
    var items: [DriftItem] = []
    var unverifiable: [ObjectField] = []
    var said: [FieldRemark] = []
    for (address, object) in applied.objects {
        guard let live = observed.objects[address] else {
            items.append(DriftItem(address, .missing, since: object.provenance))
            continue
        }
        if let live = inForce.objects[address] { said += remarks(on: object.fields, of: live, asOf: asOf) }
        if live.mfaDevices == nil, object.fields.has(.mfaRequired) {
            unverifiable.append(ObjectField(address, .mfaRequired))
        }
        for (field, value) in object.fields {
            guard capabilities[address.kind, field].isObservable else {
                unverifiable.append(ObjectField(address, field))
                continue
            }
            if !value.isSatisfied(by: live.fields[field]) {
                items.append(
                    DriftItem(
                        address, .changed(field, applied: value, observed: live.fields[field]),
                        since: object.provenance))
            }
        }
    }
    items += driftOfMemberships(applied, observed) + driftOfAttachments(applied, observed)
    return Drift(
        items: items.sorted { ($0.address, $0.order) < ($1.address, $1.order) },
        unmanaged: observed.objects.values
            .filter { $0.reserved == nil && !applied.objects.has($0.address) }.map(\.address).sorted(),
        reserved: observed.reservedObjects { applied.objects.has($0) },
        unverifiable: unverifiable.sorted { ($0.address, $0.field) < ($1.address, $1.field) },
        comparedCount: applied.objects.count,
        remarks: said.sorted { ($0.address, $0.field) < ($1.address, $1.field) }.map {
            $0.diagnostic(at: nil)
        })
}

private func driftOfMemberships(_ applied: AppliedState, _ observed: ObservedState) -> [DriftItem] {
    let lost = applied.memberships.filter { !observed.memberships.has($0.key) }.map { edge, since in
        DriftItem(Address(.group, edge.group), .lostMembership(edge), since: since)
    }
    let extra = observed.memberships.keys.compactMap { edge -> DriftItem? in
        guard !applied.memberships.has(edge) else { return nil }
        let group = Address(.group, edge.group)
        let user = Address(.user, edge.user)
        let rulings = [
            (group, applied.objects[group]?.lists[.members]?.ruling(on: edge.user)),
            (user, applied.objects[user]?.lists[.groups]?.ruling(on: edge.group)),
        ]
        guard let (owner, ruling) = rulings.first(where: { $0.1 ?? .silent != .silent }),
            let since = applied.objects[owner]?.provenance
        else { return nil }
        return DriftItem(group, .extraMembership(edge, isForbidden: ruling == .forbidden), since: since)
    }
    return lost + extra
}

private func driftOfAttachments(_ applied: AppliedState, _ observed: ObservedState) -> [DriftItem] {
    let known = applied.attachments.compactMap { key, attachment -> DriftItem? in
        guard let live = observed.attachments[key] else {
            return DriftItem(key.principal, .lostAttachment(key), since: attachment.provenance)
        }
        guard live.expires != attachment.expires else { return nil }
        return DriftItem(
            key.principal, .changedExpiry(key, applied: attachment.expires, observed: live.expires),
            since: attachment.provenance)
    }
    let extra = observed.attachments.keys.compactMap { key -> DriftItem? in
        guard !applied.attachments.has(key), let owner = applied.objects[key.principal],
            let ruling = owner.lists[.policies]?.ruling(on: key), ruling != .silent
        else { return nil }
        return DriftItem(
            key.principal, .extraAttachment(key, isForbidden: ruling == .forbidden), since: owner.provenance)
    }
    return known + extra
}

extension DriftItem {
    /// What orders the items of one object.
    fileprivate var order: String {
        switch sort {
        case .missing: "0"
        case .changed(let field, _, _): "1\(field.rawValue)"
        case .lostMembership(let edge): "2\(edge)"
        case .extraMembership(let edge, _): "3\(edge)"
        case .lostAttachment(let key): "4\(key)"
        case .changedExpiry(let key, _, _): "5\(key)"
        case .extraAttachment(let key, _): "6\(key)"
        }
    }
}
