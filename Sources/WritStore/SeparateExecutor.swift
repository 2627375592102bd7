package import WritModel
package import WritPlan

/// Performs a step in a store and then settles it in a ledger that lives elsewhere.
///
/// Between the two the process may die: the journal then holds an intent without an outcome, which
/// the next run settles by reading back.
package struct SeparateExecutor: StepExecutor {
    /// Where changes are made.
    package var store: any StoreWriter
    /// Where they are remembered.
    package var ledger: any LedgerWriter

    /// An executor over the two.
    package init(store: any StoreWriter, ledger: any LedgerWriter) {
        self.store = store
        self.ledger = ledger
    }

    package func execute(
        _ step: Step, courier: any Courier, at now: Instant, token: FencingToken
    ) async throws(StoreError) -> Outcome {
        let outcome: Outcome
        if case .issue(let order) = step.change.effect {
            return try await issue(order, step, courier, at: now, token: token)
        } else if step.change.effect.isLedgerOnly {
            outcome = .done(nil, id: nil)
        } else {
            outcome = try await store.perform(step.change, given: step.precondition, token: token)
        }
        try await ledger.settle(step, outcome, at: now, token: token)
        return outcome
    }

    package func withdraw(
        _ key: AccessKeyReference, of user: Address, token: FencingToken
    ) async throws(StoreError) -> Outcome {
        // Some vendors delete none that can be used.
        let disabled = try await store.perform(
            Change(user, .disable(key), cause: .drift), given: .absent, token: token)
        guard disabled.isSettled else { return disabled }
        return try await store.perform(
            Change(user, .revoke(key), cause: .drift), given: .absent, token: token)
    }

    /// Makes a credential, encrypts it, and only then takes it down: what nobody could read is deleted again.
    private func issue(
        _ order: CredentialOrder, _ step: Step, _ courier: any Courier, at now: Instant, token: FencingToken
    ) async throws(StoreError) -> Outcome {
        let credential: CreatedCredential
        let version: Version?
        switch try await store.issue(order, for: step.change.address, token: token) {
        case .not(let outcome):
            try await ledger.settle(step, outcome, at: now, token: token)
            return outcome
        case .made(let made, let answered): (credential, version) = (made, answered)
        }
        let sealed: SealedCredential
        do throws(CourierError) {
            sealed = try await courier.seal(credential)
        } catch {
            var rest = ""
            if case .accessKey(let name) = order.name {
                let key = AccessKeyReference(id: credential.id, name: name, generation: order.generation)
                let withdrawn = try await withdraw(key, of: step.change.address, token: token)
                if !withdrawn.isSettled { rest = "; access key \(key.id) is left over: \(withdrawn.word)" }
            }
            let outcome = Outcome.failed("it could not be encrypted: \(error)\(rest)", isRetryable: true)
            try await ledger.settle(step, outcome, at: now, token: token)
            return outcome
        }
        let outcome = Outcome.done(version, id: nil)
        try await ledger.settle(step, outcome, sealed: sealed, at: now, token: token)
        return outcome
    }
}
