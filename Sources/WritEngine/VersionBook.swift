internal import WritModel
internal import WritPlan
internal import WritStore

/// The versions that a run expects, kept current while the run itself changes them.
struct VersionBook {
    private var versions: [ReadKey: Version]

    init(_ observed: ObservedState) {
        var versions: [ReadKey: Version] = [:]
        for (address, object) in observed.objects { versions[.object(address)] = object.version }
        for (edge, version) in observed.memberships { versions[.membership(edge)] = version }
        for (key, attachment) in observed.attachments { versions[.attachment(key)] = attachment.version }
        self.versions = versions
    }

    /// What has to hold for `change` to be made.
    func precondition(of change: Change) -> Precondition {
        let key =
            if case .rename(let old) = change.effect {
                ReadKey.object(Address(change.address.kind, old))
            } else {
                change.subject
            }
        return versions[key].map(Precondition.version) ?? .absent
    }

    /// Takes down what a settled change has left behind.
    mutating func record(_ change: Change, version: Version?) {
        if case .rename(let old) = change.effect {
            rename(Address(change.address.kind, old), to: change.address)
        }
        if !change.effect.isLedgerOnly { versions[change.subject] = version }
    }

    /// Edges keep their versions and go by the new name.
    private mutating func rename(_ old: Address, to new: Address) {
        versions[.object(new)] = versions.removeValue(forKey: .object(old))
        for (key, version) in versions {
            switch key {
            case .object: continue
            case .membership(let edge): move(key, to: .membership(edge.renamed(old, to: new)), version)
            case .attachment(let edge): move(key, to: .attachment(edge.renamed(old, to: new)), version)
            }
        }
    }

    private mutating func move(_ key: ReadKey, to new: ReadKey, _ version: Version) {
        guard key != new else { return }
        versions[key] = nil
        versions[new] = version
    }
}

extension Change {
    /// The row that the change writes.
    var subject: ReadKey {
        switch effect {
        case .join(let edge), .leave(let edge): .membership(edge)
        case .attach(let key, _, _), .detach(let key, _): .attachment(key)
        case .create, .update, .rename, .delete, .issue, .enable, .disable, .revoke, .adopt, .release:
            .object(address)
        }
    }
}
