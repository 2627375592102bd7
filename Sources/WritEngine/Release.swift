package import WritModel
internal import WritPlan
package import WritStore

/// Stops managing objects and changes nothing in the store: inventory and protections are forgotten.
///
/// - Throws: ``EngineError/notManaged(_:)`` where one of them is not managed; none is released then.
package func release(
    _ addresses: [Address], from account: Account, environment: ApplyEnvironment
) async throws(EngineError) {
    try await withLease(account.ledger, environment) { lease throws(EngineError) in
        let unknown: [String]
        do throws(StoreError) {
            let applied = try await account.ledger.applied()
            unknown = addresses.filter { applied.objects[$0] == nil }.map(\.description)
            if unknown.isEmpty {
                try await release(addresses, from: account, environment, lease)
            }
        } catch {
            throw .store(error)
        }
        guard unknown.isEmpty else { throw .notManaged(unknown) }
    }
}

private func release(
    _ addresses: [Address], from account: Account, _ environment: ApplyEnvironment, _ lease: Lease
) async throws(StoreError) {
    let steps = addresses.enumerated().map { index, address in
        Step(
            run: environment.run, index: index,
            change: Change(address, .release(Ownership(object: true)), cause: .commit),
            precondition: .absent, inventory: [.disown(address)])
    }
    try await account.ledger.begin(
        Run(
            id: environment.run, actor: environment.holder.actor, startedAt: environment.now(),
            commit: nil, planDigest: nil, effectDigest: nil),
        token: lease.token)
    try await account.ledger.intend(steps, token: lease.token)
    for step in steps {
        _ = try await account.executor.execute(step, at: environment.now(), token: lease.token)
    }
    try await account.ledger.finish(
        run: environment.run, revision: nil, inventory: [], at: environment.now(), token: lease.token)
}
