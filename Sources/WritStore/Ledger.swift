package import WritDigest
package import WritModel
package import WritPlan

/// One apply, release or unlock, as the ledger remembers it.
package struct Run: Hashable, Sendable {
    /// A random id.
    package var id: String
    /// Who ran it, as `name@host`.
    package var actor: String
    /// When it began.
    package var startedAt: Instant
    /// The commit whose manifests were applied; `nil` for a run without one.
    package var commit: String?
    /// The digest of the plan it applies; `nil` for a run without one.
    package var planDigest: Digest?
    /// The digest of what the plan does.
    package var effectDigest: Digest?
    /// `RULE=DIGEST`, as given.
    package var approvals: [String]

    package init(
        id: String, actor: String, startedAt: Instant, commit: String?, planDigest: Digest?,
        effectDigest: Digest?, approvals: [String] = []
    ) {
        self.id = id
        self.actor = actor
        self.startedAt = startedAt
        self.commit = commit
        self.planDigest = planDigest
        self.effectDigest = effectDigest
        self.approvals = approvals
    }
}

/// A change about to be made, with all that is taken down about it.
package struct Step: Hashable, Sendable {
    /// The run's id.
    package var run: String
    /// The change's place in the plan, from 0.
    package var index: Int
    /// What is to be done.
    package var change: Change
    /// What has to hold for it.
    package var precondition: Precondition
    /// What the inventory takes down when the change is done.
    package var inventory: [InventoryChange]

    package init(
        run: String, index: Int, change: Change, precondition: Precondition,
        inventory: [InventoryChange]
    ) {
        self.run = run
        self.index = index
        self.change = change
        self.precondition = precondition
        self.inventory = inventory
    }
}

/// What the journal holds of one step.
package struct JournalEntry: Hashable, Sendable {
    /// The run's id.
    package var run: String
    /// The digest of the run's plan.
    package var planDigest: Digest?
    /// The change's place in the plan, from 0.
    package var index: Int
    /// What was to be done.
    package var change: Change
    /// ``Outcome/word``; `nil` while nobody knows.
    package var outcome: String?
    /// The version the store answered, for telling our own writes from others'.
    package var version: Version?

    package init(
        run: String, planDigest: Digest?, index: Int, change: Change, outcome: String?,
        version: Version?
    ) {
        self.run = run
        self.planDigest = planDigest
        self.index = index
        self.change = change
        self.outcome = outcome
        self.version = version
    }

    /// The digest of the change's effect: equal for the same change in another run.
    package var effect: Digest { change.effectDigest }
}

/// The read side of a ledger.
package protocol Ledger: Sendable {
    /// The inventory and what was last applied.
    func applied() async throws(StoreError) -> AppliedState

    /// The journal's entries of every run of the plan with that digest, oldest first.
    func journal(ofPlan digest: Digest) async throws(StoreError) -> [JournalEntry]

    /// Entries without an outcome, oldest first: a process died between intent and outcome.
    func openEntries() async throws(StoreError) -> [JournalEntry]

    /// The audit chain, oldest first.
    func audit() async throws(StoreError) -> [AuditEntry]

    /// The credentials that were made and not handed over yet, oldest first: each only its recipient can read.
    func undelivered() async throws(StoreError) -> [SealedCredential]

    /// The lease that is held, expired or not.
    func lease() async throws(StoreError) -> Lease?
}

/// The write side of a ledger. Every method is one durable transaction.
package protocol LedgerWriter: Ledger {
    /// Takes the lease: when none is held, when the held one has expired at `now`, or when `isGone`
    /// says that its holder is dead. The token is higher than any before.
    ///
    /// - Throws: ``StoreError/leaseHeld(_:)``.
    func acquireLease(
        for holder: LeaseHolder, nonce: String, at now: Instant, seconds: Int64,
        unless isGone: HolderProbe
    ) async throws(StoreError) -> Lease

    /// Moves the end of a lease that is still held.
    ///
    /// - Throws: ``StoreError/leaseLost``.
    func renew(_ lease: Lease, until end: Instant) async throws(StoreError)

    /// Gives the lease back; a lease that was lost meanwhile is left alone.
    func release(_ lease: Lease) async throws(StoreError)

    /// Breaks the lease with that nonce, whoever holds it, and takes that down in the audit chain.
    ///
    /// - Throws: ``StoreError/noSuchLease(nonce:)``.
    func breakLease(nonce: String, by actor: String, at now: Instant) async throws(StoreError)

    /// Takes down that a run starts.
    func begin(_ run: Run, token: FencingToken) async throws(StoreError)

    /// Takes down the intent of `steps`, before any of them is performed.
    func intend(_ steps: [Step], token: FencingToken) async throws(StoreError)

    /// Takes down the outcome of a step and, where it is settled, what the inventory learns from it.
    ///
    /// - Parameter sealed: the credential that the step made; kept until it is handed over.
    func settle(
        _ step: Step, _ outcome: Outcome, sealed: SealedCredential?, at now: Instant, token: FencingToken
    ) async throws(StoreError)

    /// Forgets a credential that was handed over.
    func delivered(_ sealed: SealedCredential, at now: Instant, token: FencingToken) async throws(StoreError)

    /// Gives an entry without outcome the outcome that reading back has shown.
    func resolve(
        _ entry: JournalEntry, as outcome: Outcome, inventory: [InventoryChange], at now: Instant,
        token: FencingToken
    ) async throws(StoreError)

    /// Takes down that a run ended, what else the inventory learns and, where the whole commit is
    /// applied, that it is the last one.
    func finish(
        run id: String, revision: AppliedRevision?, inventory: [InventoryChange], at now: Instant,
        token: FencingToken
    ) async throws(StoreError)
}

/// Performs a step and settles it in the ledger.
package protocol StepExecutor: Sendable {
    /// - Throws: ``StoreError`` where nothing was written.
    func execute(
        _ step: Step, courier: any Courier, at now: Instant, token: FencingToken
    ) async throws(StoreError) -> Outcome

    /// Deletes an access key whose value nobody has: the process that made it died before it was encrypted.
    ///
    /// - Throws: ``StoreError`` where nothing was written.
    func withdraw(
        _ key: AccessKeyReference, of user: Address, token: FencingToken
    ) async throws(StoreError) -> Outcome
}

extension StepExecutor {
    /// Performs a step that makes no credential.
    package func execute(
        _ step: Step, at now: Instant, token: FencingToken
    ) async throws(StoreError) -> Outcome {
        try await execute(step, courier: NoCourier(), at: now, token: token)
    }
}

extension LedgerWriter {
    /// Takes down the outcome of a step that made no credential.
    package func settle(
        _ step: Step, _ outcome: Outcome, at now: Instant, token: FencingToken
    ) async throws(StoreError) {
        try await settle(step, outcome, sealed: nil, at: now, token: token)
    }
}

/// An account as the engine uses it: its store, its ledger, and the way steps are made in both.
package struct Account: Sendable {
    /// The live side, for reading.
    package var store: any Store
    /// What is remembered of it.
    package var ledger: any LedgerWriter
    /// The way steps are made in both.
    package var executor: any StepExecutor

    package init(store: any Store, ledger: any LedgerWriter, executor: any StepExecutor) {
        self.store = store
        self.ledger = ledger
        self.executor = executor
    }
}
