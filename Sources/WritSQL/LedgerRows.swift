internal import WritModel
internal import WritPlan
internal import WritStore

/// The ledger's writes, each of which touches several of its tables. Call it in a transaction.
struct LedgerRows {
    let database: Database

    /// Takes down that a run starts; doing so again changes nothing.
    func begin(_ run: Run) throws(StoreError) {
        guard try journal.begin(run) else { return }
        try meta.raiseSerial()
        try audit(.started(run), at: run.startedAt, by: run.actor, run: run.id)
    }

    /// Takes down what is about to be done.
    func intend(_ steps: [Step]) throws(StoreError) {
        for step in steps { try journal.intend(step) }
        try meta.raiseSerial()
    }

    /// Takes down a step's outcome and, where it is settled, what the inventory learns.
    func settle(
        _ step: Step, _ outcome: Outcome, sealed: SealedCredential? = nil, at now: Instant
    ) throws(StoreError) {
        try journal.intend(step)
        if let sealed { try DeliveryRows(database: database).add(sealed, at: now) }
        try journal.settle(run: step.run, step: step.index, outcome, at: now)
        if outcome.isSettled { try inventory.apply(step.inventory, answeredID: outcome.id) }
        try meta.raiseSerial()
        try audit(
            .settled(step, outcome), at: now, by: try journal.actor(of: step.run), run: step.run)
    }

    /// Gives an open entry its outcome; one that has an outcome keeps it.
    func resolve(
        _ entry: JournalEntry, as outcome: Outcome, _ changes: [InventoryChange], at now: Instant
    ) throws(StoreError) {
        guard try journal.isOpen(run: entry.run, step: entry.index) else { return }
        try journal.settle(run: entry.run, step: entry.index, outcome, at: now)
        if outcome.isSettled { try inventory.apply(changes, answeredID: outcome.id) }
        try meta.raiseSerial()
        try audit(
            .resolved(entry, outcome), at: now, by: try journal.actor(of: entry.run), run: entry.run)
    }

    /// Forgets a credential that was handed over.
    func delivered(_ sealed: SealedCredential, at now: Instant, by actor: String) throws(StoreError) {
        try DeliveryRows(database: database).delete(sealed)
        try meta.raiseSerial()
        try audit(.delivered(sealed), at: now, by: actor)
    }

    /// Takes down that a run ended, and what the ledger learns with it.
    func finish(
        _ run: String, _ revision: AppliedRevision?, _ changes: [InventoryChange], at now: Instant
    ) throws(StoreError) {
        try journal.finish(run, at: now)
        try inventory.apply(changes, answeredID: nil)
        if let revision { try meta.write(revision) }
        try meta.raiseSerial()
        try audit(.finished(revision), at: now, by: try journal.actor(of: run), run: run)
    }

    /// Adds to the audit chain.
    func audit(
        _ event: AuditEvent, at now: Instant, by actor: String, run: String = ""
    ) throws(StoreError) {
        try AuditRows(database: database).append(
            at: now, actor: actor, run: run, event: event.name, detail: event.detail)
    }

    private var meta: MetaRows { MetaRows(database: database) }
    private var journal: JournalRows { JournalRows(database: database) }
    private var inventory: InventoryRows { InventoryRows(database: database) }
}
