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
    @OptionGroup var snapshot: SnapshotOptions
    @OptionGroup var output: ReviewOptions
    @OptionGroup var origin: OriginOptions

    @Flag(help: "Count live objects that Writ does not manage as drift")
    var unmanaged = false

    func validate() throws {
        if snapshot.observed != nil, store.store != nil {
            throw ValidationError("--observed and --store exclude each other")
        }
    }

    func perform() async throws(Failure) -> WritExit {
        let opened = try OpenRepository(repository)
        let target = try opened.target(named: repository.target)
        let snapshot = try snapshot.snapshot(of: target)
        let state: ReadState
        if let snapshot {
            state = snapshot.state(knowing: DesiredState())
        } else {
            state = try await read(try await store.openReadOnly(target, root: opened.source.top))
        }
        guard let account = state.observed.account else {
            throw .message(
                "there is no store yet, so nothing can have drifted",
                help: "apply first; if something was applied, check `--store`")
        }
        guard account == target.account else {
            throw .engine(.store(.wrongAccount(expected: target.account, found: account)))
        }
        let now = systemTime()
        let drift = WritPlan.drift(
            applied: state.applied, observed: state.observed, capabilities: state.capabilities,
            asOf: now)
        let report = DriftReport(
            drift: drift, target: target.name, store: target.store, account: account,
            applied: state.applied.revision, madeAt: now, snapshotAt: snapshot?.takenAt)
        let origins = origin.isWanted ? opened.origins(of: drift, target, repository) : Origins()
        switch output.format {
        case .text:
            Terminal.output.write(render(report, origins: origins, style: output.style))
            Terminal.error.write(render(notes: origins.notes, style: Terminal.error.style))
        case .json: Terminal.output.write(json(report, origins: origins).prettyText)
        case .markdown:
            Terminal.output.write(
                markdown(report, origins: origins, maxBytes: output.maxBytes, details: output.details))
        }
        return drift.items.isEmpty && (!unmanaged || drift.unmanaged.isEmpty) ? .done : .drift
    }
}
