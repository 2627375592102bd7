internal import WritDiagnostics
package import WritModel
package import WritPlan
internal import WritStore

/// What a plan is made with besides the states.
package struct PlanSettings: Sendable {
    /// The version of Writ.
    package var tool: String
    /// When the plan is made.
    package var now: Instant
    /// When expiries are judged.
    package var asOf: Instant
    /// For how long the plan can be applied.
    package var lifetimeSeconds: Int64
    /// Live objects that may be taken over although they differ.
    package var adopting: Set<Address>
    /// When the snapshot was taken that stands for the live state; `nil` for the live state itself.
    package var snapshotAt: Instant?
    /// The guards' limits in the commit that a review compares with; `nil` outside a review.
    package var baseGuards: GuardSettings?

    package init(
        tool: String, now: Instant, asOf: Instant? = nil, lifetimeSeconds: Int64 = 3600,
        adopting: Set<Address> = [], snapshotAt: Instant? = nil, baseGuards: GuardSettings? = nil
    ) {
        self.tool = tool
        self.now = now
        self.asOf = asOf ?? now
        self.lifetimeSeconds = lifetimeSeconds
        self.adopting = adopting
        self.snapshotAt = snapshotAt
        self.baseGuards = baseGuards
    }
}

/// A plan with what it was made from.
package struct PlanResult: Sendable {
    /// The plan, bound to what it was made from.
    package var plan: Plan
    /// What the diff saw.
    package var input: PlanInput
    /// What the diff found.
    package var difference: Difference
    /// What the guards were asked with.
    package var context: GuardContext
    /// The commit that was last applied as a whole.
    package var appliedCommit: String?
}

/// How the planned commit stands to the one with the given id.
package typealias SuccessionCheck = @Sendable (_ appliedCommit: String) -> Succession

/// Plans `declaration` against `state`.
///
/// - Throws: ``EngineError/invalid(_:)`` where manifests and live state contradict each other, and
///   ``EngineError/store(_:)`` where the store answers for another account.
package func makePlan(
    _ declaration: Declaration, against state: ReadState, succession: SuccessionCheck,
    settings: PlanSettings
) throws(EngineError) -> PlanResult {
    let input = try planInput(declaration, against: state, settings)
    return try planResult(
        input, diff(input), PlanReads(of: input), declaration, state, succession, settings)
}

/// The same plan as ``makePlan(_:against:succession:settings:)``, made by two cores.
///
/// - Throws: as that does.
package func makePlanOnAllCores(
    _ declaration: Declaration, against state: ReadState, succession: SuccessionCheck,
    settings: PlanSettings
) async throws(EngineError) -> PlanResult {
    let input = try planInput(declaration, against: state, settings)
    async let reads = PlanReads(of: input)
    let difference = diff(input)
    return try await planResult(input, difference, reads, declaration, state, succession, settings)
}

private func planInput(
    _ declaration: Declaration, against state: ReadState, _ settings: PlanSettings
) throws(EngineError) -> PlanInput {
    let target = declaration.target
    if let account = state.observed.account, account != target.account {
        throw .store(.wrongAccount(expected: target.account, found: account))
    }
    // What a killed run has done without saying so counts as done, as it will once it is settled.
    var remembered = state.applied
    for (_, inventory) in settlements(of: state, declaration, asOf: settings.asOf) {
        for change in inventory ?? [] { remembered.take(change, answeredID: nil) }
    }
    return PlanInput(
        desired: declaration.desired, sources: declaration.sources, applied: remembered,
        observed: state.observed, capabilities: state.capabilities, target: target,
        asOf: settings.asOf, adopting: settings.adopting)
}

private func planResult(
    _ input: PlanInput, _ found: Difference, _ reads: PlanReads, _ declaration: Declaration,
    _ state: ReadState, _ succession: SuccessionCheck, _ settings: PlanSettings
) throws(EngineError) -> PlanResult {
    guard !found.diagnostics.hasErrors else { throw .invalid(found.diagnostics) }
    var difference = found
    difference.diagnostics = (declaration.warnings + difference.diagnostics).ordered()

    let target = declaration.target
    let applied = state.applied.revision?.commit
    var context = GuardContext(
        desired: declaration.desired, applied: input.applied, observed: input.observed, target: target,
        manifestCount: declaration.manifestCount, missingPaths: declaration.missingPaths,
        succession: applied.map(succession) ?? .none, unadopted: difference.unadopted,
        baseGuards: settings.baseGuards)
    if difference.changes.contains(where: \.effect.touchesAccess) {
        let arranged = arranged(
            difference.changes, on: input.observed, target: target,
            isParallel: state.capabilities.parallelism > 1, appliers: context.appliers, at: settings.asOf)
        difference.changes = arranged.changes
        context.access = arranged.effect
    }
    let binding = PlanBinding(
        tool: settings.tool, target: target.name, paths: target.paths, store: target.store,
        account: state.observed.account,
        revision: declaration.revision, lineage: state.applied.lineage, asOf: settings.asOf,
        createdAt: settings.now, expiresAt: settings.now.advanced(by: settings.lifetimeSeconds),
        guards: target.guards, adopting: settings.adopting.sorted(), reads: reads,
        snapshotAt: settings.snapshotAt)
    let plan = Plan(
        binding: binding, difference: difference, refusals: refusals(of: difference.changes, context))
    return PlanResult(
        plan: plan, input: input, difference: difference, context: context, appliedCommit: applied)
}
