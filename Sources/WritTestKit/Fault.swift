package import WritStore

/// What goes wrong at a call of a store.
package enum Fault: Hashable, Sendable {
    /// The store refuses; nothing is written.
    case refusal(isRetryable: Bool)
    /// The request never arrived, and nobody knows.
    case lostRequest
    /// The change was made, and the answer never arrived.
    case lostAnswer
    /// The store cannot be used at all.
    case unusable(StoreError)
    /// Somebody else is quicker; then the change is tried.
    case overtaken([ForeignEdit])
}
