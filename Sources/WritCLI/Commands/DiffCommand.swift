internal import ArgumentParser
internal import WritDiagnostics
internal import WritEngine
internal import WritManifest
internal import WritModel
internal import WritPolicy
internal import WritReport

/// `writ diff`.
struct DiffCommand: RunningCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Show who gains and loses which access between two commits",
        discussion: """
            Reads no store: what the manifests declare is all there is. Each row comes with a request that one commit \
            allows and the other does not; where nothing changes, that is proved. For the merge base of a pull request write \
            `writ diff $(git merge-base main HEAD) HEAD`.
            """)

    @Argument(
        help: ArgumentHelp("The commit before: a branch, a tag, an id, or one with ~n", valueName: "old"))
    var old: String

    @Argument(help: ArgumentHelp("The commit after (HEAD)", valueName: "new"))
    var new: String?

    @OptionGroup var repository: RepositoryOptions
    @OptionGroup var output: ReviewOptions

    @Option(help: ArgumentHelp("Judge expiries from this day or time on instead of now", valueName: "date"))
    var asOf: String?

    @Flag(help: "Exit with 4 when somebody gains or loses access, with 7 when that cannot be told")
    var exitCode = false

    func validate() throws {
        if repository.rev != nil { throw ValidationError("name both commits as arguments instead of --rev") }
        if repository.worktree, new != nil {
            throw ValidationError("--worktree stands for the second commit; name one")
        }
    }

    func perform() async throws(Failure) -> WritExit {
        let moment = try asOf.map { text throws(Failure) in try instant(text) } ?? systemTime()
        var oldOptions = repository
        oldOptions.rev = old
        oldOptions.worktree = false
        var newOptions = repository
        newOptions.rev = repository.worktree ? nil : new ?? "HEAD"
        let newSide = try OpenRepository(newOptions)
        let target = try newSide.target(named: repository.target)
        let oldSide = try OpenRepository(oldOptions)
        let after = try await newSide.declared(target)
        // A target that the old commit did not have gave nobody anything.
        var before: (state: DesiredState, places: AccessPlaces) = (DesiredState(), AccessPlaces(origin: ""))
        if let oldTarget = oldSide.configuration[target.name] {
            before = try await oldSide.declared(oldTarget)
        }
        let comparison = compareAccess(old: before.state, new: after.state, target: target, at: moment)
        let places = ComparedPlaces(old: before.places, new: after.places)
        switch output.format {
        case .text: Terminal.output.write(render(comparison, places: places, style: output.style))
        case .json: Terminal.output.write(diffJSON(comparison).prettyText)
        case .markdown:
            Terminal.output.write(
                markdown(comparison, places: places, maxBytes: output.maxBytes, details: output.details))
        }
        guard exitCode else { return .done }
        if !comparison.unknown.isEmpty || !comparison.escalation.unknown.isEmpty { return .incomplete }
        return comparison.isUnchanged && comparison.escalation.isEmpty ? .done : .findings
    }
}

extension OpenRepository {
    /// What the revision declares for a target, and where.
    ///
    /// - Throws: ``Failure`` with every problem of every file.
    fileprivate func declared(
        _ target: Target
    ) async throws(Failure) -> (state: DesiredState, places: AccessPlaces) {
        let (declaration, diagnostics, sources) = try await read(target, keepsTexts: true)
        guard !diagnostics.hasErrors else { throw .invalid(diagnostics, sources: sources) }
        return (
            declaration.desired,
            AccessPlaces(
                origin: declaration.revision.short, commit: declaration.revision.commit,
                desired: declaration.desired, sources: declaration.sources, texts: sources)
        )
    }
}

/// Compares two commits' states by themselves.
func compareAccess(
    old: DesiredState, new: DesiredState, target: Target, at moment: Instant
) -> AccountComparison {
    var renames: [Address: Address] = [:]
    for (address, object) in new.objects where old.objects[address] == nil {
        for name in object.formerly {
            let earlier = Address(address.kind, name)
            if old.objects[earlier] != nil, new.objects[earlier] == nil { renames[address] = earlier }
        }
    }
    return compareAccounts(
        old: AccountAccess(old, dialect: target.dialect, account: target.account),
        new: AccountAccess(new, dialect: target.dialect, account: target.account), renames: renames,
        at: moment)
}
