package import WritModel

extension Change {
    /// What the change as a whole is about.
    package var originKey: OriginKey {
        switch effect {
        case .create, .update, .rename, .delete, .issue, .enable, .disable, .revoke, .adopt, .release:
            .object(address)
        case .join(let edge), .leave(let edge): .membership(edge)
        case .attach(let key, _, _), .detach(let key, _): .attachment(key)
        }
    }

    /// The fields that change.
    package var changedFields: [Field] {
        switch effect {
        case .create(let fields): fields.fields
        case .update(let changes): changes.map(\.field)
        default: []
        }
    }

    /// What the manifests have ceased to say, where the change follows from that.
    package var removedKeys: [OriginKey] {
        switch effect {
        case .delete: [.object(address)]
        case .leave, .detach: cause == .expiry || isForeign ? [] : [originKey]
        case .release(let ownership):
            ownership.object
                ? [.object(address)]
                : ownership.fields.map { .field(address, $0) }
                    + ownership.memberships.map(OriginKey.membership)
                    + ownership.attachments.map(OriginKey.attachment)
        case .create, .update, .rename, .join, .attach, .issue, .enable, .disable, .revoke, .adopt: []
        }
    }

    /// The values whose lines say what the change does.
    package var statedKeys: [OriginKey] {
        switch effect {
        case .create: [originKey] + changedFields.map { .field(address, $0) }
        case .update: changedFields.map { .field(address, $0) }
        case .rename, .join, .attach, .adopt: [originKey]
        case .detach: cause == .expiry ? [originKey] : []
        case .issue(let order): [.field(address, order.name.field)]
        case .enable, .disable, .revoke: [.field(address, .accessKeysKeys)]
        case .delete, .leave, .release: []
        }
    }
}

extension AppliedState {
    /// Where it was last applied from; `nil` for what Writ does not own.
    package func provenance(of key: OriginKey) -> Provenance? {
        switch key {
        case .object(let address), .field(let address, _): objects[address]?.provenance
        case .membership(let edge): memberships[edge]
        case .attachment(let key): attachments[key]?.provenance
        }
    }
}

extension DriftItem {
    /// What has drifted; for an edge that nobody applied, the object whose list does not name it.
    package var originKey: OriginKey {
        switch sort {
        case .missing, .extraMembership, .extraAttachment: .object(address)
        case .changed(let field, _, _): .field(address, field)
        case .lostMembership(let edge): .membership(edge)
        case .lostAttachment(let key), .changedExpiry(let key, _, _): .attachment(key)
        }
    }
}
