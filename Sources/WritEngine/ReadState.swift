package import WritModel
package import WritStore

/// The live and the remembered state of an account, read for one plan or report.
package struct ReadState: Hashable, Sendable {
    /// All that is live.
    package var observed: ObservedState
    /// All that the ledger remembers.
    package var applied: AppliedState
    /// What the store can do.
    package var capabilities: Capabilities
    /// Journal entries that a killed run has left without an outcome.
    package var openEntries: [JournalEntry]
    /// Why the observation is complete.
    package var evidence: Evidence
    /// Access keys that a killed run has made and nobody was given: they count as not there, and the next apply
    /// deletes them.
    package var orphans: [Address: [LiveAccessKey]] = [:]
}

/// Reads the ledger and then the store, so that what happens between the two shows up as drift and
/// is never taken for ours.
///
/// - Throws: ``EngineError/store(_:)``, ``EngineError/incomplete(reason:)``.
package func readState(store: any Store, ledger: any Ledger) async throws(EngineError) -> ReadState {
    let applied: AppliedState
    let observation: Observation
    let openEntries: [JournalEntry]
    let undelivered: [SealedCredential]
    do throws(StoreError) {
        applied = try await ledger.applied()
        observation = try await store.observe()
        openEntries = try await ledger.openEntries()
        undelivered = try await ledger.undelivered()
    } catch {
        throw .store(error)
    }
    switch observation {
    case .complete(let observed, let evidence):
        var state = ReadState(
            observed: observed, applied: applied, capabilities: store.capabilities,
            openEntries: openEntries, evidence: evidence)
        state.setOrphansAside(unless: undelivered)
        return state
    case .unknown(let reason):
        throw .incomplete(reason: reason)
    }
}
