/// A second factor that a user has bound. Only the user can bind one: a store shows it, and no plan makes it.
package struct MFADevice: Hashable, Sendable {
    /// What the device is.
    package enum Sort: String, CaseIterable, Sendable {
        /// A program that shows one-time codes.
        case virtual
        /// A key that is plugged in or held near.
        case securityKey
    }

    /// The store's name of it: for a virtual device a serial number.
    package var id: String
    /// What it is.
    package var sort: Sort
    /// When it was bound, as far as the store says.
    package var boundAt: Instant?

    /// A device as it was read.
    package init(_ id: String, _ sort: Sort = .virtual, boundAt: Instant? = nil) {
        self.id = id
        self.sort = sort
        self.boundAt = boundAt
    }
}
