package import WritModel
package import WritPlan

/// What a drift check found, and how it was obtained.
package struct DriftReport: Hashable, Sendable {
    /// What it found.
    package var drift: Drift
    /// The target's name.
    package var target: String
    /// The sort of store.
    package var store: StoreKind
    /// The account that the store answered for.
    package var account: String
    /// The commit that was last applied as a whole; `nil` where none was.
    package var applied: AppliedRevision?
    /// When the report was made.
    package var madeAt: Instant
    /// When the snapshot was taken that was looked at instead of the store; `nil` for the store itself.
    package var snapshotAt: Instant?

    /// - Parameter snapshotAt: `nil` where the store itself was read.
    package init(
        drift: Drift, target: String, store: StoreKind, account: String, applied: AppliedRevision?,
        madeAt: Instant, snapshotAt: Instant? = nil
    ) {
        self.drift = drift
        self.target = target
        self.store = store
        self.account = account
        self.applied = applied
        self.madeAt = madeAt
        self.snapshotAt = snapshotAt
    }
}
