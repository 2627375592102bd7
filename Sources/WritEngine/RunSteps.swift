internal import WritModel
internal import WritPlan
internal import WritStore

/// Makes a plan's changes step by step; the changes of a step in parallel, as many as the store takes.
///
/// A change is skipped when an earlier one failed that touches the same object: so nothing is revoked
/// whose replacement was not granted, and nothing is deleted that could not be emptied.
struct StepRunner {
    let account: Account
    let environment: ApplyEnvironment
    let run: String
    let inventory: InventoryWriter
    let observed: ObservedState

    private(set) var lease: Lease
    private(set) var book: VersionBook
    private(set) var results: [ChangeResult?]
    private(set) var wasInterrupted = false
    private var blocked: [Address: String] = [:]

    init(
        account: Account, environment: ApplyEnvironment, run: String, lease: Lease,
        inventory: InventoryWriter, observed: ObservedState
    ) {
        self.account = account
        self.environment = environment
        self.run = run
        self.lease = lease
        self.inventory = inventory
        self.observed = observed
        self.book = VersionBook(observed)
        self.results = []
    }

    /// - Throws: `StoreError` where the ledger cannot be written any more; what was done is settled.
    mutating func perform(_ changes: [Change]) async throws(StoreError) {
        results = Array(repeating: nil, count: changes.count)
        var indices: [Int] = []
        for index in changes.indices {
            if let last = indices.last, changes[last].step != changes[index].step {
                try await perform(indices, of: changes)
                indices = []
            }
            indices.append(index)
        }
        if !indices.isEmpty { try await perform(indices, of: changes) }
    }

    private mutating func perform(_ indices: [Int], of changes: [Change]) async throws(StoreError) {
        var steps: [Step] = []
        for index in indices {
            let change = changes[index]
            if environment.isInterrupted() {
                wasInterrupted = true
                results[index] = .skipped("interrupted")
            } else if let reason = change.endpoints.compactMap({ blocked[$0] }).first {
                results[index] = .skipped("after: \(reason)")
                block(change, because: reason)
            } else {
                steps.append(
                    Step(
                        run: run, index: index, change: change, precondition: book.precondition(of: change),
                        inventory: inventory.changes(for: change, observed: observed)))
            }
        }
        guard !steps.isEmpty else { return }
        try await renewLease()
        try await account.ledger.intend(steps, token: lease.token)
        for batch in batches(of: steps) { try await execute(batch) }
    }

    /// As many steps as run between two looks at the interrupt and the lease.
    private func batches(of steps: [Step]) -> [ArraySlice<Step>] {
        let size = max(1, account.store.capabilities.parallelism) * 4
        return stride(from: 0, to: steps.count, by: size).map { steps[$0..<min($0 + size, steps.count)] }
    }

    private mutating func execute(_ steps: ArraySlice<Step>) async throws(StoreError) {
        if environment.isInterrupted() {
            wasInterrupted = true
            for step in steps { results[step.index] = .skipped("interrupted") }
            return
        }
        try await renewLease()
        for (step, outcome) in try await outcomes(of: steps) { record(step, outcome) }
    }

    private func outcomes(
        of steps: ArraySlice<Step>
    ) async throws(StoreError) -> [(Step, Outcome)] {
        let executor = account.executor
        let courier = environment.courier
        let token = lease.token
        let now = environment.now
        let results = await withTaskGroup(of: (Int, Result<Outcome, StoreError>).self) { group in
            var waiting = steps.indices.makeIterator()
            func start(_ index: Int) {
                let step = steps[index]
                group.addTask {
                    do throws(StoreError) {
                        return (
                            index,
                            .success(
                                try await executor.execute(step, courier: courier, at: now(), token: token))
                        )
                    } catch {
                        return (index, .failure(error))
                    }
                }
            }
            for _ in 0..<max(1, account.store.capabilities.parallelism) {
                if let index = waiting.next() { start(index) }
            }
            var results: [Int: Result<Outcome, StoreError>] = [:]
            for await (index, result) in group {
                results[index] = result
                if case .success = result, let index = waiting.next() { start(index) }
            }
            return results
        }
        var outcomes: [(Step, Outcome)] = []
        for index in steps.indices {
            guard let result = results[index] else { continue }
            outcomes.append((steps[index], try result.get()))
        }
        return outcomes
    }

    private mutating func record(_ step: Step, _ outcome: Outcome) {
        let change = step.change
        let result: ChangeResult =
            switch outcome {
            case .done: .applied
            case .alreadySo: .alreadySo
            case .conflict(let found): .conflict(found)
            case .failed(let reason, _): .failed(reason)
            case .unknown(let reason): .unknown(reason)
            }
        if outcome.isSettled {
            book.record(change, version: outcome.version)
        } else {
            block(change, because: "\(change.summary) \(outcome.word)")
        }
        results[step.index] = result
        environment.report(step.index, change, result)
    }

    private mutating func block(_ change: Change, because reason: String) {
        for address in change.endpoints where blocked[address] == nil { blocked[address] = reason }
    }

    private mutating func renewLease() async throws(StoreError) {
        let now = environment.now()
        let third = environment.leaseSeconds / 3
        guard now >= lease.expiresAt.advanced(by: -2 * third) else { return }
        let end = now.advanced(by: environment.leaseSeconds)
        try await account.ledger.renew(lease, until: end)
        lease.expiresAt = end
    }
}
