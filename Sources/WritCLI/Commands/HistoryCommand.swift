internal import ArgumentParser
internal import WritEngine
internal import WritModel
internal import WritReport
internal import WritStore

/// `writ history`.
struct HistoryCommand: RunningCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "Show what was applied, when, by whom and from which commit")

    @OptionGroup var repository: RepositoryOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var origin: OriginOptions

    @Flag(help: "Check that the audit chain is whole; exits with 1 where it is not")
    var verify = false

    func perform() async throws(Failure) -> WritExit {
        let opened = try OpenRepository(repository)
        let target = try opened.target(named: repository.target)
        let account = try await store.openReadOnly(target, root: opened.source.top)
        let entries: [AuditEntry]
        do {
            entries = try await account.ledger.audit()
        } catch {
            throw .engine(.store(error))
        }
        if verify {
            if let sequence = firstBreak(in: entries) {
                throw .message(
                    "the audit chain breaks at entry \(sequence) of \(entries.count)",
                    help: "somebody edited the ledger; compare it with a backup")
            }
            Terminal.output.write("verified: \(entries.count) entries\n")
            return .done
        }
        let authors = origin.isWanted ? opened.authors(ofCommitsIn: entries, repository) : [:]
        switch output.format {
        case .text: Terminal.output.write(render(entries, authors: authors, style: output.style))
        case .json: Terminal.output.write(json(entries, authors: authors).prettyText)
        }
        return .done
    }
}
