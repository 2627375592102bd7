internal import ArgumentParser
internal import WritDiagnostics
internal import WritEngine
internal import WritModel
internal import WritReport
internal import WritStore

/// `writ history`.
struct HistoryCommand: RunningCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "Show what was applied, when, by whom and from which commit")

    @Argument(help: ArgumentHelp("Only what was done to this object, such as group/payments"))
    var address: String?

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
            guard address == nil else {
                throw .message("the chain is checked as a whole", help: "leave the address out", .usage)
            }
            if let sequence = firstBreak(in: entries) {
                throw .message(
                    "the audit chain breaks at entry \(sequence) of \(entries.count)",
                    help: "somebody edited the ledger; compare it with a backup")
            }
        }
        let origins = origin.isWanted ? opened.origins(of: entries, repository) : HistoryOrigins()
        let shown = try self.entries(about: address, among: entries)
        switch output.format {
        case .text where verify: Terminal.output.write("verified: \(entries.count) entries\n")
        case .text where shown.isEmpty && address != nil:
            Terminal.output.write("nothing was done to \(terminalSafe(address ?? ""))\n")
            try await suggest(from: account)
        case .text: Terminal.output.write(render(shown, origins: origins, style: output.style))
        case .json: Terminal.output.write(json(shown, origins: origins).prettyText)
        }
        return .done
    }

    /// Says which managed object was probably meant, if one is named much like it.
    private func suggest(from account: Account) async throws(Failure) {
        guard let text = address, let address = try addresses([text]).first else { return }
        let applied: AppliedState
        do {
            applied = try await account.ledger.applied()
        } catch {
            throw .engine(.store(error))
        }
        let names = applied.objects.keys.filter { $0.kind == address.kind && $0 != address }.map(\.name)
        guard applied.objects[address] == nil, let name = nearestName(to: address.name, among: names) else {
            return
        }
        let meant = terminalSafe(Address(address.kind, name).description)
        Terminal.error.write("help: did you mean `\(meant)`?\n")
    }

    /// The entries whose change names the object, or all for no address.
    private func entries(
        about text: String?, among entries: [AuditEntry]
    ) throws(Failure) -> [AuditEntry] {
        guard let text, let address = try addresses([text]).first else { return entries }
        return entries.filter { entry in
            guard let change = entry.detail["change"]?.string else { return false }
            return " \(change) ".contains(" \(address) ")
        }
    }
}
