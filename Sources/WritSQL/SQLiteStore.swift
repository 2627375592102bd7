package import WritModel
internal import WritPlan
package import WritStore

extension SQLiteAccount: Store {
    /// Constant: every field but access keys and invitations can be changed.
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
        _ step: Step, at now: Instant, token: FencingToken
    ) throws(StoreError) -> Outcome {
        try writing(token) { database throws(StoreError) in
            let outcome = try perform(step, in: database, at: now)
            try LedgerRows(database: database).settle(step, outcome, at: now)
            return outcome
        }
    }

    /// Makes the change. A row that the tables refuse is this change's failure, not the store's.
    private func perform(
        _ step: Step, in database: Database, at now: Instant
    ) throws(StoreError) -> Outcome {
        do throws(StoreError) {
            return try database.attempting { () throws(StoreError) in
                let performer = ChangePerformer(database: database, now: now)
                return try performer.perform(step.change, given: step.precondition)
            }
        } catch .refused(_, let reason) where database.isInTransaction {
            return .failed("the database refuses it: \(reason)", isRetryable: false)
        }
    }
}
