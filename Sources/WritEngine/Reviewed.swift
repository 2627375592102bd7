package import WritDigest
internal import WritModel
package import WritPlan
package import WritStore

/// Whether `fresh`, with what earlier runs have done of the reviewed plan, is what was reviewed.
///
/// Other commits, times and versions do not matter; only which effects there are, in which order, on which
/// target. A run that was killed half-way leaves a smaller plan: it goes on.
///
/// - Parameter reviewed: the effect digest of the plan that was reviewed.
/// - Throws: ``EngineError/store(_:)``.
package func isReviewed(
    _ fresh: Plan, as reviewed: Digest, ledger: any Ledger
) async throws(EngineError) -> Bool {
    if fresh.effectDigest == reviewed { return true }
    do throws(StoreError) {
        var done: [Digest: Change] = [:]
        for plan in plans(withEffect: reviewed, in: try await ledger.audit()) {
            for entry in try await ledger.journal(ofPlan: plan) where entry.isSettled {
                done[entry.effect] = entry.change
            }
        }
        for change in fresh.changes { done[change.effectDigest] = change }
        var whole = fresh
        whole.changes = ordered(Array(done.values))
        return whole.effectDigest == reviewed
    } catch {
        throw .store(error)
    }
}

/// The digests of the plans with that effect whose application was started.
private func plans(withEffect effect: Digest, in audit: [AuditEntry]) -> Set<Digest> {
    Set(
        audit.compactMap { entry in
            guard entry.detail["effect"]?.string == effect.description else { return nil }
            return entry.detail["plan"]?.string.flatMap(Digest.init(parsing:))
        })
}
