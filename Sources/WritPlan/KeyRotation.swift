internal import WritModel

/// What to do about a user's access keys, judged from what is live and what was applied.
///
/// Invariants: a key that can be used is disabled only when the declared key that takes its place is there and in use, or
/// confirmed; only a disabled key is deleted; a key is made only where the store has room for it.
struct KeyRotation {
    /// Something to do, or to say.
    enum Step {
        case issue(CredentialRequest)
        /// `isOwned`: the key's name is or was declared.
        case change(Effect, isOwned: Bool)
        case rollback(CredentialRequest, newest: Int)
        case lost(CredentialRequest)
        case noRoom(CredentialRequest, count: Int)
        case waits(String, help: String)
    }

    let user: Address
    let declared: [DeclaredAccessKey]
    let mode: ListMode
    /// In order.
    let live: [LiveAccessKey]
    /// The generations last applied, by name.
    let applied: [String: Int]
    let graceDays: Int
    let limit: Int
    let asOf: Instant

    private var result: [Step] = []
    /// The ids of keys that go in this very plan, so that there is room.
    private var revoked: Set<String> = []
    private var issuedCount = 0

    init(
        user: Address, declared: [DeclaredAccessKey], mode: ListMode, live: [LiveAccessKey],
        applied: [String: Int], graceDays: Int, limit: Int, asOf: Instant
    ) {
        self.user = user
        self.declared = declared
        self.mode = mode
        self.live = live
        self.applied = applied
        self.graceDays = graceDays
        self.limit = limit
        self.asOf = asOf
    }

    /// The steps, in the order of the manifest, those of other keys last.
    mutating func steps() -> [Step] {
        if mode == .none {
            let names = Set(declared.map(\.name))
            for key in live where names.contains(key.name) { retire(key) }
            return result
        }
        // What has waited long enough goes first: it makes room.
        for key in declared { clear(key) }
        for key in declared { settle(key) }
        if mode == .exactly { settleOthers() }
        return result
    }

    private func keys(of name: String) -> [LiveAccessKey] { live.filter { $0.name == name } }

    private func current(_ key: DeclaredAccessKey) -> LiveAccessKey? {
        let found = keys(of: key.name).filter { $0.generation == key.generation }
        return found.first { $0.status == .active } ?? found.first
    }

    // MARK: Declared keys

    /// Deletes the older keys of a name whose time is over.
    private mutating func clear(_ key: DeclaredAccessKey) {
        guard current(key) != nil, applied[key.name] != nil else { return }
        for old in older(than: key) where old.status == .inactive && isOverdue(old) { revoke(old) }
    }

    private mutating func settle(_ key: DeclaredAccessKey) {
        let request = CredentialRequest(
            object: user, name: .accessKey(key.name), generation: key.generation, recipient: key.deliverTo)
        let newest = (keys(of: key.name).map(\.generation) + [applied[key.name] ?? 0]).max() ?? 0
        if newest > key.generation { return result.append(.rollback(request, newest: newest)) }
        guard let current = current(key) else { return make(key, request) }
        switch (key.status, current.status) {
        case (.inactive, .active): change(.disable(AccessKeyReference(current)))
        case (.active, .inactive): change(.enable(AccessKeyReference(current)))
        case (.active, .active), (.inactive, .inactive): break
        }
        // Of a key that was never applied a person has seen no row yet: its older ones stay for one apply.
        for old in older(than: key) where old.status == .active && applied[key.name] != nil {
            if key.status == .inactive || isInPlace(key, current, instead: old) {
                change(.disable(AccessKeyReference(old)))
            } else {
                result.append(
                    .waits(
                        "access key `\(key.name)` of `\(user)`: generation \(old.generation) stays until generation "
                            + "\(key.generation) is in use in its place",
                        help:
                            "nothing, where it will be used soon; else write `confirmed: \(key.generation)` once "
                            + "whoever uses the key has the new one"))
            }
        }
        for twin in keys(of: key.name) where twin.generation == key.generation && twin.id != current.id {
            retire(twin)
        }
    }

    private mutating func make(_ key: DeclaredAccessKey, _ request: CredentialRequest) {
        guard key.status == .active else {
            for old in older(than: key) where old.status == .active {
                change(.disable(AccessKeyReference(old)))
            }
            return
        }
        if applied[key.name] == key.generation { return result.append(.lost(request)) }
        // A disabled key that was replaced before is the first to go.
        var count = live.count - revoked.count + issuedCount
        for old in older(than: key) where count >= limit && old.status == .inactive {
            guard !revoked.contains(old.id) else { continue }
            revoke(old)
            count -= 1
        }
        guard count < limit else { return result.append(.noRoom(request, count: count)) }
        issuedCount += 1
        result.append(.issue(request))
    }

    private func older(than key: DeclaredAccessKey) -> [LiveAccessKey] {
        keys(of: key.name).filter { $0.generation < key.generation }
    }

    /// Whether `current` is known to be used where `old` was. A key that was used later than its successor still is.
    private func isInPlace(
        _ key: DeclaredAccessKey, _ current: LiveAccessKey, instead old: LiveAccessKey
    ) -> Bool {
        guard current.status == .active else { return false }
        if key.confirmed == key.generation { return true }
        guard let used = current.lastUsedAt else { return false }
        return old.lastUsedAt.map { $0 <= used } ?? true
    }

    // MARK: Other keys

    /// Keys that no item names go once all that are declared are there.
    private mutating func settleOthers() {
        let names = Set(declared.map(\.name))
        let others = live.filter { !names.contains($0.name) }
        guard !others.isEmpty else { return }
        let missing = declared.first { $0.status == .active && current($0)?.status != .active }
        for key in others {
            if let missing, key.status == .active {
                result.append(
                    .waits(
                        "access key `\(key.name)` of `\(user)` is not declared and stays until `\(missing.name)` is there",
                        help: "apply, and plan again"))
            } else {
                retire(key)
            }
        }
    }

    /// Disables a key, or deletes one that has been disabled for long enough.
    private mutating func retire(_ key: LiveAccessKey) {
        if key.status == .active {
            change(.disable(AccessKeyReference(key)))
        } else if isOverdue(key) {
            revoke(key)
        }
    }

    /// Whether it is long enough since nobody could use the key; a store that does not say since when never has it so.
    private func isOverdue(_ key: LiveAccessKey) -> Bool {
        key.disabledAt.map { $0.advanced(by: Int64(graceDays) * 86_400) <= asOf } ?? false
    }

    private mutating func revoke(_ key: LiveAccessKey) {
        guard revoked.insert(key.id).inserted else { return }
        change(.revoke(AccessKeyReference(key)))
    }

    private mutating func change(_ effect: Effect) {
        let isOwned = effect.accessKey.map { key in
            applied[key.name] != nil || declared.contains { $0.name == key.name }
        }
        result.append(.change(effect, isOwned: isOwned ?? true))
    }
}
