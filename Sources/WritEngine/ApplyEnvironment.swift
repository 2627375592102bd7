package import WritModel
package import WritPlan
package import WritStore

/// What an apply needs of the world: who it is, the time, random texts, and somebody to tell.
package struct ApplyEnvironment: Sendable {
    /// The process that applies.
    package var holder: LeaseHolder
    /// A random id for the run.
    package var run: String
    /// A random text for the lease.
    package var nonce: String
    /// The time.
    package var now: @Sendable () -> Instant
    /// How long the lease lasts without being renewed.
    package var leaseSeconds: Int64
    /// Whether the holder of a lease is known to be gone.
    package var isGone: HolderProbe
    /// Whether the user wants to stop; what is in flight is finished.
    package var isInterrupted: @Sendable () -> Bool
    /// Brings new credentials to whom they are for.
    package var courier: any Courier
    /// Told of every change as it is settled or fails; called on no particular thread.
    package var report: @Sendable (_ index: Int, Change, ChangeResult) -> Void

    package init(
        holder: LeaseHolder, run: String, nonce: String, now: @escaping @Sendable () -> Instant,
        leaseSeconds: Int64 = 120, isGone: @escaping HolderProbe = { _ in false },
        isInterrupted: @escaping @Sendable () -> Bool = { false }, courier: any Courier = NoCourier(),
        report: @escaping @Sendable (Int, Change, ChangeResult) -> Void = { _, _, _ in }
    ) {
        self.holder = holder
        self.run = run
        self.nonce = nonce
        self.now = now
        self.leaseSeconds = leaseSeconds
        self.isGone = isGone
        self.isInterrupted = isInterrupted
        self.courier = courier
        self.report = report
    }
}
