internal import ArgumentParser
internal import WritEngine
internal import WritModel
internal import WritPlan
internal import WritReport
internal import WritStore

/// `writ drift`.
struct DriftCommand: RunningCommand {
    static let configuration = CommandConfiguration(
        commandName: "drift", abstract: "Show what was changed in the store since the last apply",
        discussion: "Exits with 3 when something was.")

    @OptionGroup var repository: RepositoryOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var origin: OriginOptions

    @Flag(help: "Count live objects that Writ does not manage as drift")
    var unmanaged = false

    func perform() async throws(Failure) -> WritExit {
        let opened = try OpenRepository(repository)
        let target = try opened.target(named: repository.target)
        let account = try await store.openReadOnly(target, root: opened.source.top)
        let state: ReadState
        do {
            state = try await readState(store: account.store, ledger: account.ledger)
        } catch {
            throw .engine(error)
        }
        if let account = state.observed.account, account != target.account {
            throw .engine(.store(.wrongAccount(expected: target.account, found: account)))
        }
        guard state.observed.account != nil else {
            throw .message(
                "there is no store yet, so nothing can have drifted",
                help: "apply first; if something was applied, check `--store`")
        }
        let drift = WritPlan.drift(
            applied: state.applied, observed: state.observed, capabilities: state.capabilities)
        let origins = origin.isWanted ? opened.origins(of: drift, target, repository) : Origins()
        switch output.format {
        case .text:
            Terminal.output.write(render(drift, origins: origins, style: output.style))
            Terminal.error.write(render(notes: origins.notes, style: Terminal.error.style))
        case .json: Terminal.output.write(json(drift, origins: origins).prettyText)
        }
        return drift.items.isEmpty && (!unmanaged || drift.unmanaged.isEmpty) ? .done : .drift
    }
}
