internal import WritModel
internal import WritPlan
internal import WritStore

/// Hands over the credentials that were made, oldest first, and forgets each once it is handed over.
///
/// Killed in between it hands over the same again, never another value: what it hands over was encrypted once, when
/// it was made.
///
/// - Returns: those that could not be handed over, with the reason.
/// - Throws: `StoreError` where the ledger cannot be read or written.
func deliverCredentials(
    _ ledger: any LedgerWriter, _ courier: any Courier, at now: @Sendable () -> Instant, token: FencingToken
) async throws(StoreError) -> [Undelivered] {
    var left: [Undelivered] = []
    for sealed in try await ledger.undelivered() {
        do throws(CourierError) {
            try await courier.deliver(sealed)
        } catch {
            left.append(
                Undelivered(
                    user: sealed.user, order: sealed.order, reason: error.description, help: error.help))
            continue
        }
        try await ledger.delivered(sealed, at: now(), token: token)
    }
    return left
}
