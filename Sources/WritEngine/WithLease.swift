internal import WritStore

/// Runs `body` under the lease and gives the lease back, whatever comes of it.
func withLease<Result>(
    _ ledger: any LedgerWriter, _ environment: ApplyEnvironment,
    _ body: (Lease) async throws(EngineError) -> Result
) async throws(EngineError) -> Result {
    let lease: Lease
    do {
        lease = try await ledger.acquireLease(
            for: environment.holder, nonce: environment.nonce, at: environment.now(),
            seconds: environment.leaseSeconds, unless: environment.isGone)
    } catch {
        throw .store(error)
    }
    do {
        let result = try await body(lease)
        try await give(lease, back: ledger)
        return result
    } catch {
        // The first error is the one to tell; a lease that cannot be given back runs out by itself.
        try? await ledger.release(lease)
        throw error
    }
}

private func give(_ lease: Lease, back ledger: any LedgerWriter) async throws(EngineError) {
    do {
        try await ledger.release(lease)
    } catch {
        throw .store(error)
    }
}
