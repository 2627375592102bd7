package import WritModel

/// A number that rises with every lease: a write that carries a lower one than was seen is refused.
package struct FencingToken: Hashable, Comparable, Sendable {
    /// The number.
    package var value: Int64

    package init(_ value: Int64) {
        self.value = value
    }

    package static func < (a: FencingToken, b: FencingToken) -> Bool { a.value < b.value }
}

/// The process that holds a lease.
package struct LeaseHolder: Hashable, Sendable {
    /// Who runs it, as `name@host`.
    package var actor: String
    /// The id of the running system, which changes when it boots.
    package var boot: String
    /// The id within its process namespace.
    package var processID: Int32
    /// When the process started, in the kernel's own ticks: two processes of one id differ in it.
    package var processStart: String

    package init(actor: String, boot: String, processID: Int32, processStart: String) {
        self.actor = actor
        self.boot = boot
        self.processID = processID
        self.processStart = processStart
    }
}

/// The right to apply, held by one process at a time.
package struct Lease: Hashable, Sendable {
    /// What every write under the lease carries.
    package var token: FencingToken
    /// A random text that `writ unlock` has to name.
    package var nonce: String
    /// Who holds it.
    package var holder: LeaseHolder
    /// Since when.
    package var acquiredAt: Instant
    /// From when anybody may take it over.
    package var expiresAt: Instant

    package init(
        token: FencingToken, nonce: String, holder: LeaseHolder, acquiredAt: Instant, expiresAt: Instant
    ) {
        self.token = token
        self.nonce = nonce
        self.holder = holder
        self.acquiredAt = acquiredAt
        self.expiresAt = expiresAt
    }
}

/// Whether the process that holds a lease is known to be gone. Asked for leases of this machine only.
package typealias HolderProbe = @Sendable (LeaseHolder) -> Bool
