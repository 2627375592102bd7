internal import WritDigest
internal import WritDiagnostics
internal import WritModel
package import WritPlan
package import WritStore

/// Applies a plan: everything is read again under the lease, planned again from the plan's commit, and
/// compared; only if nothing differs are the changes made, journaled before and after, and verified.
///
/// A plan that was applied before is done again without effect; one that was interrupted goes on
/// where it stopped.
///
/// - Throws: ``EngineError`` where nothing was changed by this run.
package func apply(
    _ plan: Plan, of declaration: Declaration, to account: Account, succession: @escaping SuccessionCheck,
    approvals: [Approval], environment: ApplyEnvironment
) async throws(EngineError) -> ApplyReport {
    let commit = declaration.revision.commit
    precondition(commit != nil, "only a commit can be applied")
    return try await withLease(account.ledger, environment) { lease throws(EngineError) in
        var application = Application(
            plan: plan, declaration: declaration, commit: commit ?? "", account: account,
            succession: succession, approvals: approvals, environment: environment, lease: lease)
        return try await application.run()
    }
}

/// One apply under its lease.
private struct Application {
    let plan: Plan
    let declaration: Declaration
    let commit: String
    let account: Account
    let succession: SuccessionCheck
    let approvals: [Approval]
    let environment: ApplyEnvironment
    let lease: Lease
    /// Made and not handed over yet.
    private var undelivered: [Undelivered] = []

    init(
        plan: Plan, declaration: Declaration, commit: String, account: Account,
        succession: @escaping SuccessionCheck, approvals: [Approval], environment: ApplyEnvironment,
        lease: Lease
    ) {
        self.plan = plan
        self.declaration = declaration
        self.commit = commit
        self.account = account
        self.succession = succession
        self.approvals = approvals
        self.environment = environment
        self.lease = lease
    }

    mutating func run() async throws(EngineError) -> ApplyReport {
        try await deliver()
        var state = try await readState(store: account.store, ledger: account.ledger)
        let withdrawn = Set(state.orphans.keys)
        if try await settleOpenEntries(state) {
            state = try await readState(store: account.store, ledger: account.ledger)
        }
        let journal = try await ledger { ledger throws(StoreError) in
            try await ledger.journal(ofPlan: plan.digest)
        }
        let fresh = try makePlan(
            declaration, against: state, succession: succession,
            settings: PlanSettings(
                tool: Writ.version, now: environment.now(), asOf: plan.binding.asOf,
                adopting: Set(plan.binding.adopting)))
        let reasons = staleness(
            of: plan, against: fresh.plan, journal: journal, withdrawn: withdrawn,
            isLedgerNew: state.applied.revision == nil && state.applied.objects.isEmpty, at: environment.now()
        )
        if fresh.plan.changes.isEmpty, wasFinished(journal), reasons.allSatisfy(\.isOnlyAge) {
            return report(results: [], approved: [], remaining: [], alreadyApplied: true)
        }
        guard reasons.isEmpty else { throw .stale(reasons) }

        let approved = try checked(fresh, journal)
        try await checkRecipients(of: fresh.plan.changes)
        return try await perform(fresh, state, approved)
    }

    /// Whether earlier runs have done all of a plan that had something to do.
    private func wasFinished(_ journal: [JournalEntry]) -> Bool {
        let done = Set(journal.filter(\.isSettled).map(\.effect))
        return !plan.changes.isEmpty && plan.changes.allSatisfy { done.contains($0.effectDigest) }
    }

    /// Asks the guards about the whole plan, with what earlier runs of it have done.
    private func checked(
        _ fresh: PlanResult, _ journal: [JournalEntry]
    ) throws(EngineError) -> [Refusal] {
        let done = Set(journal.filter(\.isSettled).map(\.effect))
        var context = fresh.context
        context.done = plan.changes.filter { done.contains($0.effectDigest) }
        switch check(plan, context, approvals: approvals) {
        case .checked(let plan): return plan.approved
        case .refused(let refusals): throw .refused(refusals, plan)
        }
    }

    private mutating func perform(
        _ fresh: PlanResult, _ state: ReadState, _ approved: [Refusal]
    ) async throws(EngineError) -> ApplyReport {
        let changes = fresh.plan.changes
        let inventory = InventoryWriter(
            desired: declaration.desired, sources: declaration.sources, applied: state.applied,
            changes: changes, commit: commit)
        var runner = StepRunner(
            account: account, environment: environment, run: environment.run, lease: lease,
            inventory: inventory, observed: state.observed)
        let isRecorded = state.applied.revision.map(isCurrent) ?? false
        if changes.isEmpty, isRecorded,
            inventory.refresh(current: state.applied, observed: state.observed).isEmpty
        {
            return report(results: [], approved: approved, remaining: [], alreadyApplied: false)
        }
        do {
            try await account.ledger.begin(
                Run(
                    id: environment.run, actor: environment.holder.actor, startedAt: environment.now(),
                    commit: commit, planDigest: plan.digest, effectDigest: plan.effectDigest,
                    approvals: approvals.map { "\($0.rule.rawValue)=\($0.digest)" }),
                token: lease.token)
            try await runner.perform(changes)
        } catch {
            throw .store(error)
        }
        try await deliver()
        return try await verify(changes, runner, inventory, approved)
    }

    /// Whether the ledger's last revision is the one that this plan would write.
    private func isCurrent(_ revision: AppliedRevision) -> Bool {
        revision.commit == commit && revision.paths == declaration.target.paths
            && revision.guards == declaration.target.guards
            && revision.manifestCount == declaration.manifestCount
    }

    /// Reads everything back: what is left to change says whether the commit is applied.
    private func verify(
        _ changes: [Change], _ runner: StepRunner, _ inventory: InventoryWriter, _ approved: [Refusal]
    ) async throws(EngineError) -> ApplyReport {
        let state = try await readState(store: account.store, ledger: account.ledger)
        let left = diff(
            PlanInput(
                desired: declaration.desired, sources: declaration.sources, applied: state.applied,
                observed: state.observed, capabilities: state.capabilities, target: declaration.target,
                asOf: plan.binding.asOf, adopting: Set(plan.binding.adopting)))
        let isWhole = left.changes.isEmpty && !left.diagnostics.hasErrors
        let now = environment.now()
        let revision = AppliedRevision(
            commit: commit, at: now, manifestCount: declaration.manifestCount,
            paths: declaration.target.paths, guards: declaration.target.guards)
        let refresh = isWhole ? inventory.refresh(current: state.applied, observed: state.observed) : []
        try await ledger { ledger throws(StoreError) in
            try await ledger.finish(
                run: environment.run, revision: isWhole ? revision : nil, inventory: refresh, at: now,
                token: lease.token)
        }
        return report(
            results: zip(changes, runner.results).map { ($0, $1 ?? .skipped("not reached")) },
            approved: approved, remaining: left.changes, alreadyApplied: false,
            remarks: left.diagnostics.filter { $0.severity == .note },
            wasInterrupted: runner.wasInterrupted)
    }

    private func report(
        results: [(change: Change, result: ChangeResult)], approved: [Refusal], remaining: [Change],
        alreadyApplied: Bool, remarks: [Diagnostic] = [], wasInterrupted: Bool = false
    ) -> ApplyReport {
        ApplyReport(
            plan: plan, results: results, wasAlreadyApplied: alreadyApplied, approved: approved,
            remaining: remaining, undelivered: undelivered, remarks: remarks, wasInterrupted: wasInterrupted)
    }

    /// Settles what a killed run left open, by what is there now. Returns whether anything was open.
    private func settleOpenEntries(_ state: ReadState) async throws(EngineError) -> Bool {
        try await withdrawOrphans(state.orphans, in: account, token: lease.token)
        for (entry, inventory) in settlements(of: state, declaration, asOf: environment.now()) {
            let outcome: Outcome =
                inventory == nil
                ? .failed("not done when the run ended", isRetryable: true) : .done(nil, id: nil)
            try await ledger { ledger throws(StoreError) in
                try await ledger.resolve(
                    entry, as: outcome, inventory: inventory ?? [], at: environment.now(),
                    token: lease.token)
            }
        }
        return !state.openEntries.isEmpty
    }

    /// Asks before anything is made whether each new credential could be encrypted.
    private func checkRecipients(of changes: [Change]) async throws(EngineError) {
        for change in changes {
            guard case .issue(let order) = change.effect else { continue }
            do {
                try await environment.courier.check(order, for: change.address)
            } catch {
                throw .courier(error, for: "\(order.name) of \(change.address)")
            }
        }
    }

    /// Hands over what was made, by this run or by one that was killed.
    private mutating func deliver() async throws(EngineError) {
        do {
            undelivered = try await deliverCredentials(
                account.ledger, environment.courier, at: environment.now, token: lease.token)
        } catch {
            throw .store(error)
        }
    }

    private func ledger<Result>(
        _ body: (any LedgerWriter) async throws(StoreError) -> Result
    ) async throws(EngineError) -> Result {
        do {
            return try await body(account.ledger)
        } catch {
            throw .store(error)
        }
    }
}

extension StaleReason {
    /// Whether the plan is merely too old to be started: no reason against one that is already done.
    fileprivate var isOnlyAge: Bool {
        switch self {
        case .expired, .otherTool: true
        default: false
        }
    }
}
