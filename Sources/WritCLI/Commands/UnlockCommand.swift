internal import ArgumentParser
internal import WritEngine
internal import WritStore

/// `writ unlock`.
struct UnlockCommand: RunningCommand {
    static let configuration = CommandConfiguration(
        commandName: "unlock", abstract: "Break the lease of an apply that will never end",
        discussion: """
            A refused apply prints the nonce. A lease also ends by itself, and at once when its process \
            is known to be gone. Whoever held it can write nothing any more.
            """)

    @Argument(help: "The nonce of the lease")
    var nonce: String

    @OptionGroup var repository: RepositoryOptions
    @OptionGroup var store: StoreOptions

    func perform() async throws(Failure) -> WritExit {
        let opened = try OpenRepository(repository)
        let target = try opened.target(named: repository.target)
        let account = try await store.openExisting(target, root: opened.source.top)
        do {
            try await account.ledger.breakLease(
                nonce: nonce, by: currentHolder().actor, at: systemTime())
        } catch {
            throw .engine(.store(error))
        }
        Terminal.output.write("unlocked\n")
        return .done
    }
}
