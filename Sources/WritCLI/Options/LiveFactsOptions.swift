internal import ArgumentParser
internal import WritEngine
internal import WritModel
internal import WritStore

/// Where lint learns what is live, for the rules that need it.
struct LiveFactsOptions: ParsableArguments {
    @Flag(help: "Read the live store as well, for rules about what no manifest says")
    var live = false

    @OptionGroup var store: StoreOptions
    @OptionGroup var snapshot: SnapshotOptions

    func validate() throws {
        guard !live || snapshot.observed == nil else {
            throw ValidationError("--live and --observed exclude each other")
        }
    }

    /// What is live in `target`; `nil` where neither a store nor a snapshot is to be looked at.
    ///
    /// - Parameter root: the top of the repository's working tree.
    /// - Throws: ``Failure``, also for a store of another account.
    func observed(of target: Target, root: String?) async throws(Failure) -> ObservedState? {
        if let taken = try snapshot.snapshot(of: target) { return taken.state.observed }
        guard live else { return nil }
        let state = try await read(try await store.openReadOnly(target, root: root)).observed
        if let found = state.account, found != target.account {
            throw .engine(.store(.wrongAccount(expected: target.account, found: found)))
        }
        return state
    }
}
