internal import ArgumentParser
internal import WritEngine
internal import WritModel
internal import WritReport

/// `writ release`.
struct ReleaseCommand: RunningCommand {
    static let configuration = CommandConfiguration(
        commandName: "release", abstract: "Stop managing objects without changing them",
        discussion: """
            The objects stay in the store as they are; the ledger forgets them, their edges and their \
            protections. Take their manifests away as well, or the next apply adopts them again.
            """)

    @Argument(
        help: ArgumentHelp("What to release, such as group/payments", valueName: "address"),
        completion: .addresses)
    var released: [String]

    @OptionGroup var repository: RepositoryOptions
    @OptionGroup var store: StoreOptions

    func perform() async throws(Failure) -> WritExit {
        let addresses = try addresses(released)
        let opened = try OpenRepository(repository)
        let target = try opened.target(named: repository.target)
        let account = try await store.openExisting(target, root: opened.source.top)
        do {
            try await release(
                addresses, from: account,
                environment: ApplyEnvironment(
                    holder: currentHolder(), run: randomText(), nonce: randomText(), now: systemTime,
                    isGone: isGone))
        } catch {
            throw .engine(error)
        }
        for address in addresses { Terminal.output.write("released \(terminalSafe(address.description))\n") }
        return .done
    }
}
