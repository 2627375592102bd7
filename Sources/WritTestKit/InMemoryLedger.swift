package import WritDigest
package import WritModel
package import WritPlan
package import WritStore

/// A ledger in memory that counts its writes and can be made to fail.
package actor InMemoryLedger: LedgerWriter {
    private var state: AppliedState
    private var held: Lease?
    private var lastToken: Int64 = 0
    private var runs: [String: Run] = [:]
    private var entries: [JournalEntry] = []
    private var chain: [AuditEntry] = []
    private var deliveries: [SealedCredential] = []
    private var faults: [(error: StoreError, isDue: @Sendable (Int) -> Bool)] = []

    /// How many writes were asked for.
    package private(set) var calls = 0
    /// How many writes were made, leases among them.
    package private(set) var writes = 0

    /// A ledger that knows nothing yet.
    package init(lineage: String = "lineage") {
        self.state = AppliedState(lineage: lineage)
    }

    /// Lets every write fail whose number, counted from 1, `isDue` answers true for.
    package func inject(_ error: StoreError, when isDue: @escaping @Sendable (Int) -> Bool) {
        faults.append((error, isDue))
    }

    /// Takes all faults away.
    package func heal() {
        faults = []
    }

    package func applied() -> AppliedState { state }

    package func journal(ofPlan digest: Digest) -> [JournalEntry] {
        entries.filter { $0.planDigest == digest }
    }

    package func openEntries() -> [JournalEntry] { entries.filter { $0.outcome == nil } }

    package func audit() -> [AuditEntry] { chain }

    package func undelivered() -> [SealedCredential] { deliveries }

    package func delivered(
        _ sealed: SealedCredential, at now: Instant, token: FencingToken
    ) throws(StoreError) {
        try count(token)
        deliveries.removeAll { $0 == sealed }
        state.serial += 1
        append(.delivered(sealed), at: now, by: held?.holder.actor ?? "")
    }

    package func lease() -> Lease? { held }

    package func acquireLease(
        for holder: LeaseHolder, nonce: String, at now: Instant, seconds: Int64,
        unless isGone: HolderProbe
    ) throws(StoreError) -> Lease {
        try count()
        if let held {
            let isDead = held.holder.boot == holder.boot && isGone(held.holder)
            if !isDead && now < held.expiresAt { throw .leaseHeld(held) }
            append(.takenOver(held), at: now, by: holder.actor)
        }
        lastToken += 1
        let lease = Lease(
            token: FencingToken(lastToken), nonce: nonce, holder: holder, acquiredAt: now,
            expiresAt: now.advanced(by: seconds))
        held = lease
        return lease
    }

    package func renew(_ lease: Lease, until end: Instant) throws(StoreError) {
        try count(lease.token)
        held?.expiresAt = end
    }

    package func release(_ lease: Lease) throws(StoreError) {
        try count()
        if held?.token == lease.token { held = nil }
    }

    package func breakLease(nonce: String, by actor: String, at now: Instant) throws(StoreError) {
        try count()
        guard let lease = held, lease.nonce == nonce else { throw .noSuchLease(nonce: nonce) }
        held = nil
        append(.broken(lease), at: now, by: actor)
    }

    package func begin(_ run: Run, token: FencingToken) throws(StoreError) {
        try count(token)
        guard runs.updateValue(run, forKey: run.id) == nil else { return }
        state.serial += 1
        append(.started(run), at: run.startedAt, by: run.actor, run: run.id)
    }

    package func intend(_ steps: [Step], token: FencingToken) throws(StoreError) {
        try count(token)
        for step in steps { open(step) }
        state.serial += 1
    }

    package func settle(
        _ step: Step, _ outcome: Outcome, sealed: SealedCredential?, at now: Instant, token: FencingToken
    ) throws(StoreError) {
        try count(token)
        if let sealed { deliveries.append(sealed) }
        settle(entries[open(step)], outcome, step.inventory)
        append(.settled(step, outcome), at: now, by: actor(of: step.run), run: step.run)
    }

    package func resolve(
        _ entry: JournalEntry, as outcome: Outcome, inventory: [InventoryChange], at now: Instant,
        token: FencingToken
    ) throws(StoreError) {
        try count(token)
        guard let there = entries.first(where: { $0.isOf(entry) }), there.outcome == nil else { return }
        settle(there, outcome, inventory)
        append(.resolved(entry, outcome), at: now, by: actor(of: entry.run), run: entry.run)
    }

    package func finish(
        run id: String, revision: AppliedRevision?, inventory: [InventoryChange], at now: Instant,
        token: FencingToken
    ) throws(StoreError) {
        try count(token)
        for change in inventory { state.take(change, answeredID: nil) }
        if let revision { state.revision = revision }
        state.serial += 1
        append(.finished(revision), at: now, by: actor(of: id), run: id)
    }

    private func count(_ token: FencingToken? = nil) throws(StoreError) {
        calls += 1
        let number = calls
        if let fault = faults.first(where: { $0.isDue(number) }) { throw fault.error }
        if let token, held?.token != token { throw .leaseLost }
        writes += 1
    }

    /// The index of the step's entry, which is added where it is missing.
    @discardableResult
    private func open(_ step: Step) -> Int {
        let entry = JournalEntry(
            run: step.run, planDigest: runs[step.run]?.planDigest, index: step.index,
            change: step.change, outcome: nil, version: nil)
        if let index = entries.firstIndex(where: { $0.isOf(entry) }) { return index }
        entries.append(entry)
        return entries.count - 1
    }

    private func settle(_ entry: JournalEntry, _ outcome: Outcome, _ inventory: [InventoryChange]) {
        state.serial += 1
        if case .unknown = outcome { return }
        if let index = entries.firstIndex(where: { $0.isOf(entry) }) {
            entries[index].outcome = outcome.word
            entries[index].version = outcome.version
        }
        guard outcome.isSettled else { return }
        for change in inventory { state.take(change, answeredID: outcome.id) }
    }

    private func actor(of run: String) -> String { runs[run]?.actor ?? "" }

    private func append(
        _ event: AuditEvent, at now: Instant, by actor: String, run: String = ""
    ) {
        chain.append(
            AuditEntry(
                after: chain.last?.hash, sequence: chain.count + 1, at: now, actor: actor, run: run,
                event: event.name, detail: event.detail))
    }
}

extension JournalEntry {
    fileprivate func isOf(_ other: JournalEntry) -> Bool { run == other.run && index == other.index }
}
