/// Why a store or a ledger cannot be used. Nothing is lost: the operation had no effect.
package enum StoreError: Error, Hashable, Sendable {
    /// The database cannot be opened.
    case cannotOpen(place: String, reason: String)
    /// Another program holds the database's lock longer than we wait.
    case busy(place: String)
    /// The database was made by a newer Writ.
    case newerSchema(place: String, found: Int, supported: Int)
    /// The file is not a database, or a page of it is broken.
    case corrupt(place: String, reason: String)
    case readOnly(place: String)
    case full(place: String)
    /// A database, but not one of ours.
    case notOurs(place: String)
    /// The store answers for another account than the target names.
    case wrongAccount(expected: String, found: String)
    /// Somebody else is applying.
    case leaseHeld(Lease)
    /// Our lease was taken over or broken; the write was refused.
    case leaseLost
    /// `unlock` named another lease than the one that is held, or none is held.
    case noSuchLease(nonce: String)
    /// A rule of the store's own, such as a constraint or trigger that somebody added, refuses a row.
    case refused(place: String, reason: String)
    case io(place: String, reason: String)

    /// Whether waiting may help.
    package var isRetryable: Bool {
        switch self {
        case .busy, .leaseHeld: true
        default: false
        }
    }
}

extension StoreError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .cannotOpen(let place, let reason): "cannot open `\(place)`: \(reason)"
        case .busy(let place): "`\(place)` is locked by another program"
        case .newerSchema(let place, let found, let supported):
            "`\(place)` has schema \(found), made by a newer Writ; this one knows up to \(supported)"
        case .corrupt(let place, let reason): "`\(place)` is damaged: \(reason)"
        case .readOnly(let place): "`\(place)` cannot be written: it is read-only"
        case .full(let place): "`\(place)` cannot be written: no space is left"
        case .notOurs(let place): "`\(place)` is a database, but not one that Writ made"
        case .wrongAccount(let expected, let found):
            "the store answers for account `\(found)`, the target names `\(expected)`"
        case .leaseHeld(let lease):
            "\(lease.holder.actor) (process \(lease.holder.processID)) has been applying since "
                + "\(lease.acquiredAt); the lease ends at \(lease.expiresAt)"
        case .leaseLost: "the lease was taken over by another process"
        case .noSuchLease(let nonce): "no lease with the nonce `\(nonce)` is held"
        case .refused(let place, let reason): "`\(place)` refuses the change: \(reason)"
        case .io(let place, let reason): "`\(place)`: \(reason)"
        }
    }
}
