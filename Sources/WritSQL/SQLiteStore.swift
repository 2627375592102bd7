package import WritModel
package import WritPlan
package import WritStore

extension SQLiteAccount: Store {
    /// Constant: every field can be changed.
    package nonisolated var capabilities: Capabilities { .sqlite }

    package func observe() throws(StoreError) -> Observation {
        let nothing = Observation.complete(
            ObservedState(account: nil, systemPolicies: SystemPolicies.all),
            Evidence(method: "there is no database yet", counts: [:]))
        return try reading { database throws(StoreError) in try observeAccount(in: database) } ?? nothing
    }
}

extension SQLiteAccount: StepExecutor {
    package func execute(
        _ step: Step, courier: any Courier, at now: Instant, token: FencingToken
    ) async throws(StoreError) -> Outcome {
        guard case .issue(let order) = step.change.effect else {
            return try settle(step, at: now, token: token) { performer throws(StoreError) in
                try performer.perform(step.change, given: step.precondition)
            }
        }
        // Encrypted before the transaction, and taken down with the new row in it: there is no moment at which a
        // credential exists that nobody could be given.
        let created: CreatedCredential
        var password: PreparedPassword?
        switch try newCredential(order, for: step.change.address, at: now) {
        case .success(let made): (created, password) = made
        case .failure(let outcome):
            return try settle(step, at: now, token: token) { _ in outcome.outcome }
        }
        let sealed: SealedCredential
        do throws(CourierError) {
            sealed = try await courier.seal(created)
        } catch {
            let problem = "it could not be encrypted: \(error)"
            return try settle(step, at: now, token: token) { _ in .failed(problem, isRetryable: true) }
        }
        return try settle(step, sealed, at: now, token: token) { performer throws(StoreError) in
            try performer.issue(created, password)
        }
    }

    /// There is no such key here: one is made and taken down in one transaction.
    package func withdraw(
        _ key: AccessKeyReference, of user: Address, token: FencingToken
    ) throws(StoreError) -> Outcome {
        try writing(token) { database throws(StoreError) in
            try AccessKeyRows(database: database).delete(key.id)
            return .done(nil, id: nil)
        }
    }

    /// Makes a change and takes down what became of it, in one transaction.
    private func settle(
        _ step: Step, _ sealed: SealedCredential? = nil, at now: Instant, token: FencingToken,
        _ make: (ChangePerformer) throws(StoreError) -> Outcome
    ) throws(StoreError) -> Outcome {
        try writing(token) { database throws(StoreError) in
            let outcome = try attempt(make, in: database, at: now)
            var kept: SealedCredential?
            if case .done = outcome { kept = sealed }
            try LedgerRows(database: database).settle(step, outcome, sealed: kept, at: now)
            return outcome
        }
    }

    /// Makes the change. A row that the tables refuse is this change's failure, not the store's.
    private func attempt(
        _ make: (ChangePerformer) throws(StoreError) -> Outcome, in database: Database, at now: Instant
    ) throws(StoreError) -> Outcome {
        do throws(StoreError) {
            return try database.attempting { () throws(StoreError) in
                try make(ChangePerformer(database: database, now: now))
            }
        } catch .refused(_, let reason) where database.isInTransaction {
            return .failed("the database refuses it: \(reason)", isRetryable: false)
        }
    }
}
