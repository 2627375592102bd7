package import WritModel
internal import WritPlan

/// Performs a step in a store and then settles it in a ledger that lives elsewhere.
///
/// Between the two the process may die: the journal then holds an intent without an outcome, which
/// the next run settles by reading back.
package struct SeparateExecutor: StepExecutor {
    /// Where changes are made.
    package var store: any StoreWriter
    /// Where they are remembered.
    package var ledger: any LedgerWriter

    package init(store: any StoreWriter, ledger: any LedgerWriter) {
        self.store = store
        self.ledger = ledger
    }

    package func execute(
        _ step: Step, at now: Instant, token: FencingToken
    ) async throws(StoreError) -> Outcome {
        let outcome: Outcome
        if step.change.effect.isLedgerOnly {
            outcome = .done(nil, id: nil)
        } else {
            outcome = try await store.perform(step.change, given: step.precondition, token: token)
        }
        try await ledger.settle(step, outcome, at: now, token: token)
        return outcome
    }
}
