internal import ArgumentParser
internal import Glibc
internal import WritDiagnostics
internal import WritEngine
internal import WritGit
internal import WritManifest
internal import WritModel
internal import WritPlan
internal import WritReport
internal import WritStore

/// `writ accept`.
struct AcceptCommand: RunningCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept", abstract: "Take what was changed in the store into the manifests",
        discussion: """
            Edits the manifests of the working tree in place: comments, order and quotes stay. The edit is shown \
            first and made only if a plan afterwards leaves the accepted objects as they are. An object without a \
            manifest gets one, and one that is gone from the store loses its manifest. The store is only read.
            """)

    @Argument(help: ArgumentHelp("What to accept, such as group/payments", valueName: "address"))
    var accepted: [String] = []

    @Flag(help: "Accept everything that drifted")
    var all = false

    @Flag(help: "With --all: write manifests for the live objects that have none as well")
    var unmanaged = false

    @Flag(help: "Do not ask")
    var yes = false

    @Flag(help: "Show the edit, and write nothing")
    var dryRun = false

    @Option(help: ArgumentHelp("The working tree, or a folder in it", valueName: "path"))
    var repo = "."

    @Option(help: ArgumentHelp("The target in writ.yaml; needed when there are several", valueName: "name"))
    var target: String?

    @Flag(help: "Use a repository that belongs to another user, as in a pipeline's container")
    var anyOwner = false

    @Option(
        help: ArgumentHelp(
            "The folder for new manifests, in a path of the target (its only path)", valueName: "folder"))
    var into: String?

    @OptionGroup var store: StoreOptions

    func validate() throws {
        if all != accepted.isEmpty {
            throw ValidationError("name what to accept, such as group/payments, or give --all")
        }
        if unmanaged, !all { throw ValidationError("--unmanaged belongs to --all") }
        if yes, dryRun { throw ValidationError("--yes and --dry-run exclude each other") }
    }

    func perform() async throws(Failure) -> WritExit {
        let addresses = try addresses(accepted)
        let place = try ImportPlace(repo: repo, target: target, into: into, anyOwner: anyOwner)
        guard !place.isNew else {
            throw .message(
                "the working tree has no `writ.yaml` at the top",
                help: "`writ import` writes one, with manifests for what is live")
        }
        let manifests = try await WorkingManifests(place.tree, place.target)
        guard !manifests.decoding.diagnostics.hasErrors else {
            throw .invalid(manifests.decoding.diagnostics, sources: manifests.sources)
        }
        let state = try await readState(place)
        let now = systemTime()
        let selection = try selection(Set(addresses), manifests, state, asOf: now)
        let acceptance = try propose(selection, manifests, place, state, asOf: now)
        return try finish(acceptance, place)
    }

    private func readState(_ place: ImportPlace) async throws(Failure) -> ReadState {
        let account = try await store.openReadOnly(place.target, root: place.tree.root)
        let state: ReadState
        do throws(EngineError) {
            state = try await WritEngine.readState(store: account.store, ledger: account.ledger)
        } catch {
            throw .engine(error)
        }
        guard let answered = state.observed.account else {
            throw .message(
                "there is no store yet, so nothing can be accepted",
                help: "apply first; if something was applied, check `--store`")
        }
        guard answered == place.target.account else {
            throw .engine(.store(.wrongAccount(expected: place.target.account, found: answered)))
        }
        return state
    }

    /// What the arguments stand for: managed objects, and live ones that get a manifest.
    private func selection(
        _ named: Set<Address>, _ manifests: WorkingManifests, _ state: ReadState, asOf: Instant
    ) throws(Failure) -> AcceptedObjects {
        let declared = manifests.decoding.state.objects
        let known = Set(declared.keys).union(state.applied.objects.keys).union(state.observed.objects.keys)
        for address in named.sorted() where !known.contains(address) {
            let hint = nearestName(to: address.description, among: known.map(\.description))
            throw .message(
                "there is no `\(address)`, neither in the manifests nor in the store",
                help: hint.map { "did you mean `\($0)`?" } ?? "`writ drift` lists what can be accepted")
        }
        let added = state.observed.objects.keys.filter { address in
            guard declared[address] == nil else { return false }
            return all ? unmanaged && state.applied.objects[address] == nil : named.contains(address)
        }
        return AcceptedObjects(
            addresses: all ? nil : named,
            unmanaged: try self.manifests(for: Set(added), manifests, state, asOf: asOf))
    }

    /// Live objects as an import would declare them.
    private func manifests(
        for added: Set<Address>, _ manifests: WorkingManifests, _ state: ReadState, asOf: Instant
    ) throws(Failure) -> [DesiredObject] {
        guard !added.isEmpty else { return [] }
        let live = liveManifests(
            of: state.observed, beside: manifests.decoding.state.declaring(added),
            at: manifests.decoding.sources,
            selection: ImportSelection(
                kinds: Set(added.map(\.kind)), names: Set(added.map(\.name)).sorted().map(NamePattern.init)),
            capabilities: state.capabilities, asOf: asOf)
        Terminal.error.write(
            render(live.warnings, sources: { manifests.sources[$0] }, style: Terminal.error.style))
        let objects = live.objects.filter { added.contains($0.address) }
        if !all, let reserved = live.reserved.first(where: { added.contains($0.address) }) {
            throw .message(
                "`\(reserved.address)` cannot be declared: it is \(reserved.reservation.clause)",
                help: "lists name it as `{external: \(reserved.address.name)}`")
        }
        if !all,
            let missing = added.sorted().first(where: { address in
                !objects.contains { $0.address == address }
            })
        {
            throw .message("`\(missing)` cannot be declared", help: "the warning above says why")
        }
        return objects
    }

    private func propose(
        _ selection: AcceptedObjects, _ manifests: WorkingManifests, _ place: ImportPlace,
        _ state: ReadState, asOf: Instant
    ) throws(Failure) -> Acceptance {
        let folder = try place.folder(isNeeded: !selection.unmanaged.isEmpty)
        var paths = ManifestPaths(in: folder, besides: manifests.paths)
        do throws(AcceptanceError) {
            return try WritEngine.propose(
                selection, in: manifests.editable(place), against: state, asOf: asOf,
                place: { paths.path(for: $0.address) })
        } catch {
            switch error {
            case .notInPlace(let failure):
                throw .invalid([failure.diagnostic], sources: manifests.sources)
            case .invalid(let diagnostics, let sources): throw .invalid(diagnostics, sources: sources)
            case .unproved(let reason):
                throw .message(
                    "the edit would not settle what drifted: \(reason)",
                    help:
                        "nothing was written; accept the others by their addresses, and edit this one by hand"
                )
            }
        }
    }

    /// Shows the edit, asks, and makes it.
    private func finish(_ acceptance: Acceptance, _ place: ImportPlace) throws(Failure) -> WritExit {
        let style: Style = Terminal.output.takesColors ? .colored : .plain
        for edit in acceptance.edits {
            Terminal.output.write(
                unifiedDiff(of: edit.path, from: edit.before, to: edit.after, style: style))
        }
        if !acceptance.pending.isEmpty {
            let names = acceptance.pending.map { terminalSafe($0.description) }.joined(separator: ", ")
            Terminal.error.write("not drift, still to be applied: \(names)\n")
        }
        guard !acceptance.edits.isEmpty else {
            Terminal.error.write("nothing to accept: nothing drifted from what was applied\n")
            return .done
        }
        if dryRun { return .done }
        let isWanted = yes ? true : try isAgreed(acceptance.edits.count)
        guard isWanted else { return .refused }
        var files = EditedFiles(below: place.tree.root)
        try files.make(acceptance.edits)
        let count = acceptance.edits.count
        Terminal.error.write(
            "\(count == 1 ? "1 file was" : "\(count) files were") edited; a plan leaves what was accepted as it is\n"
                + "next: review with `git diff`, commit, and `writ apply` takes it down\n")
        return .done
    }

    private func isAgreed(_ count: Int) throws(Failure) -> Bool {
        guard isatty(STDIN_FILENO) == 1 else {
            throw .message(
                "nobody is there to ask", help: "give `--yes` to edit the files, or `--dry-run` to only look",
                .refused)
        }
        Terminal.error.write(
            "Edit \(count == 1 ? "this file" : "these \(count) files")? Only `yes` is taken: ")
        if readLine() == "yes" { return true }
        Terminal.error.write("nothing was written\n")
        return false
    }
}
