package import WritModel
package import WritPlan
package import WritStore

/// One way in which a plan does not fit what is there any more.
package enum StaleReason: Hashable, Sendable {
    case expired(at: Instant)
    case otherTool(plan: String, this: String)
    case otherTarget(plan: String, this: String)
    case otherAccount(plan: String, this: String)
    case otherLineage
    case otherCommit(plan: String, this: String)
    case otherGuards
    /// An object or edge that the plan read has changed; `nil` for one that is gone or was not there.
    case changed(ReadKey, was: Version?, now: Version?)
    /// The change is in the plan and no longer needed.
    case vanished(Change)
    /// The change is needed and not in the plan.
    case appeared(Change)
}

/// Compares a plan with one that was made again from its commit.
///
/// - Parameters:
///   - plan: the plan that was reviewed.
///   - fresh: the same commit planned again, at the plan's `asOf`, against what is there now.
///   - journal: what earlier runs of the same plan have done.
///   - withdrawn: users from whom this run took an access key whose value was lost.
///   - isLedgerNew: nothing was ever applied, so a plan made before the ledger existed still fits.
/// - Returns: nothing where what is left of `plan` is exactly `fresh`.
package func staleness(
    of plan: Plan, against fresh: Plan, journal: [JournalEntry], withdrawn: Set<Address> = [],
    isLedgerNew: Bool, at now: Instant
) -> [StaleReason] {
    var reasons = bindingReasons(plan.binding, fresh.binding, isFirst: isLedgerNew || !journal.isEmpty, now)
    let doneEffects = Set(journal.filter(\.isSettled).map(\.effect))
    let remaining = plan.changes.filter { !doneEffects.contains($0.effectDigest) }
    let done = plan.changes.filter { doneEffects.contains($0.effectDigest) }
    reasons += readReasons(
        plan.binding.reads, fresh.binding.reads, touching: withdrawn.union(done.flatMap(\.endpoints)))

    let wanted = Set(remaining.map(\.effectDigest))
    let needed = Set(fresh.changes.map(\.effectDigest))
    reasons += remaining.filter { !needed.contains($0.effectDigest) }.map(StaleReason.vanished)
    reasons += fresh.changes.filter { !wanted.contains($0.effectDigest) }.map(StaleReason.appeared)
    return reasons
}

/// What the plan read and is different now, but for the objects that its own runs have `touched`.
private func readReasons(
    _ before: PlanReads, _ after: PlanReads, touching touched: Set<Address>
) -> [StaleReason] {
    if before == after { return [] }
    let (before, after) = (before.versions, after.versions)
    return Set(before.keys).union(after.keys).sorted().compactMap { key in
        guard before[key] != after[key], touched.isDisjoint(with: key.endpoints) else { return nil }
        return .changed(key, was: before[key], now: after[key])
    }
}

extension ReadKey {
    /// The objects that the key names.
    fileprivate var endpoints: [Address] {
        switch self {
        case .object(let address): return [address]
        case .membership(let edge): return [Address(.group, edge.group), Address(.user, edge.user)]
        case .attachment(let key):
            if case .custom(let name) = key.policy { return [key.principal, Address(.policy, name)] }
            return [key.principal]
        }
    }
}

private func bindingReasons(
    _ plan: PlanBinding, _ fresh: PlanBinding, isFirst: Bool, _ now: Instant
) -> [StaleReason] {
    var reasons: [StaleReason] = []
    if now >= plan.expiresAt { reasons.append(.expired(at: plan.expiresAt)) }
    if plan.tool != fresh.tool { reasons.append(.otherTool(plan: plan.tool, this: fresh.tool)) }
    if plan.target != fresh.target { reasons.append(.otherTarget(plan: plan.target, this: fresh.target)) }
    if let account = plan.account, let live = fresh.account, account != live {
        reasons.append(.otherAccount(plan: account, this: live))
    }
    // A plan made before the ledger existed is bound to no lineage; only its own run may have used it since.
    if plan.lineage != fresh.lineage, !(plan.lineage == nil && isFirst) {
        reasons.append(.otherLineage)
    }
    if plan.revision.commit != fresh.revision.commit {
        reasons.append(
            .otherCommit(plan: plan.revision.commit ?? "", this: fresh.revision.commit ?? ""))
    }
    if plan.guards != fresh.guards { reasons.append(.otherGuards) }
    return reasons
}

extension JournalEntry {
    /// Whether the store was, when the entry was written, as its change wants it.
    package var isSettled: Bool {
        outcome == Outcome.done(nil, id: nil).word || outcome == Outcome.alreadySo(nil, id: nil).word
    }
}
