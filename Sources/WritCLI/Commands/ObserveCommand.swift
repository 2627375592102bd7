internal import ArgumentParser
internal import WritEngine
internal import WritModel
internal import WritReport
internal import WritStore

/// `writ observe`.
struct ObserveCommand: RunningCommand {
    static let configuration = CommandConfiguration(
        commandName: "observe", abstract: "Save a snapshot of the store, for plans without a credential",
        discussion: """
            A snapshot holds what a plan needs: the live state, what was last applied, and when it was taken. \
            It holds no secret; e-mail addresses and phone numbers only where a manifest states them, in \
            place of any other a digest. `writ plan --observed FILE` and `writ drift --observed FILE` look at it.
            """)

    @Option(help: ArgumentHelp("The file to write", valueName: "file"))
    var out: String

    @OptionGroup var repository: RepositoryOptions
    @OptionGroup var store: StoreOptions

    func perform() async throws(Failure) -> WritExit {
        let opened = try OpenRepository(repository)
        let target = try opened.target(named: repository.target)
        let account = try await store.openReadOnly(target, root: opened.source.top)
        let state = try await read(account)
        if let account = state.observed.account, account != target.account {
            throw .engine(.store(.wrongAccount(expected: target.account, found: account)))
        }
        let snapshot = Snapshot(of: state, target: target, tool: Writ.version, at: systemTime())
        try write(snapshot.json.prettyText, toFile: out)
        let count = state.observed.objects.count
        Terminal.output.write(
            "observed \(target.name) at \(snapshot.takenAt): \(count) objects, "
                + "\(snapshot.redactions.count) of them with values left out\n")
        return .done
    }
}

/// Reads the live and the remembered state of an account.
func read(_ account: Account) async throws(Failure) -> ReadState {
    do {
        return try await readState(store: account.store, ledger: account.ledger)
    } catch {
        throw .engine(error)
    }
}
