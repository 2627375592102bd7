package import WritModel

/// All that a plan needs of an account, as it was at one moment: the live state, what the ledger remembers,
/// and what the store can do. It holds no secret, as the states hold none, and of personal values only what
/// git has already.
package struct Snapshot: Hashable, Sendable {
    /// The version of Writ that took it.
    package var tool: String
    /// The target's name.
    package var target: String
    /// The sort of store.
    package var store: StoreKind
    /// When it was taken.
    package var takenAt: Instant
    /// The state, without the values that ``redactions`` stand for.
    package var state: ReadState
    /// Slow digests of the values that were left out, by object and field.
    package var redactions: [Address: FieldMap<String>]

    /// The snapshot of `state`, redacted.
    package init(of state: ReadState, target: Target, tool: String, at moment: Instant) {
        self.tool = tool
        self.target = target.name
        self.store = target.store
        self.takenAt = moment
        self.state = state
        self.redactions = [:]
        redact()
    }

    init(
        tool: String, target: String, store: StoreKind, takenAt: Instant, state: ReadState,
        redactions: [Address: FieldMap<String>]
    ) {
        self.tool = tool
        self.target = target
        self.store = store
        self.takenAt = takenAt
        self.state = state
        self.redactions = redactions
    }
}

/// Why a snapshot file cannot be used.
package struct SnapshotFileError: Error, Hashable, Sendable, CustomStringConvertible {
    package var description: String

    /// - Parameter description: a lower-case clause that says what is wrong with the file.
    package init(description: String) {
        self.description = description
    }
}
