internal import ArgumentParser
internal import WritDiagnostics
internal import WritEngine
internal import WritGit
internal import WritManifest
internal import WritModel
internal import WritPlan
internal import WritReport
internal import WritStore

/// `writ import`.
struct ImportCommand: RunningCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Write manifests for live objects that no manifest declares",
        discussion: """
            One file for each object, in a folder for each kind. Files that are there are never changed; the \
            store is only read. A plan of what was written changes nothing: that is checked before anything \
            is written. Secrets are never read, so none can be written.
            """)

    @Option(
        help: ArgumentHelp("The working tree, or a folder in it, to write to", valueName: "path"))
    var repo = "."

    @Option(
        help: ArgumentHelp(
            "The target in writ.yaml, or the name for one in a new writ.yaml (production)", valueName: "name")
    )
    var target: String?

    @Flag(help: "Use a repository that belongs to another user, as in a pipeline's container")
    var anyOwner = false

    @OptionGroup var store: StoreOptions

    @Option(
        help: ArgumentHelp(
            "The folder for the files, in a path of the target (its only path; iam where there is no writ.yaml)",
            valueName: "folder"))
    var into: String?

    @Option(help: ArgumentHelp("Only objects of this kind; repeatable", valueName: "kind"))
    var kind: [String] = []

    @Option(
        help: ArgumentHelp(
            "Only objects of this name, with * and ? as wildcards; repeatable", valueName: "name"))
    var name: [String] = []

    @Option(help: ArgumentHelp("Judge expiries at this day or time instead of now", valueName: "date"))
    var asOf: String?

    @Flag(help: "Say what would be written, and write nothing")
    var dryRun = false

    @OptionGroup var output: OutputOptions

    func perform() async throws(Failure) -> WritExit {
        let selection = ImportSelection(kinds: try kinds(kind), names: name.map(NamePattern.init))
        let now = try asOf.map { text throws(Failure) in try instant(text) } ?? systemTime()
        let place = try ImportPlace(repo: repo, target: target, into: into, anyOwner: anyOwner)
        var target = place.target
        let state = try await readState(of: &target, place)
        let manifests = try await WorkingManifests(place.tree, target)
        let live = liveManifests(
            of: state.observed, beside: manifests.decoding.state, at: manifests.decoding.sources,
            selection: selection, capabilities: state.capabilities, asOf: now)
        try refuseNothing(selected: live, selection, state)

        var paths = ManifestPaths(in: try place.folder(for: live), besides: manifests.paths)
        let files = live.objects.map { ImportReport.File($0.address, path: paths.path(for: $0.address)) }
        let texts = live.objects.map { manifestText(of: $0) }
        let added = zip(files, texts).map { ManifestFile(path: $0.path, bytes: Array($1.utf8)) }
        let decoding = await manifests.decoding(with: added, target: target)
        try prove(live, decoding, from: manifests, state, target, at: now)

        // What is named comes before what names it: the first few of the manifests validate.
        var written = zip(files, texts).sorted {
            ($0.0.address.kind.naming, $0.0.path) < ($1.0.address.kind.naming, $1.0.path)
        }
        .map { (path: $0.path, text: $1) }
        let isNew = place.isNew && !files.isEmpty
        if isNew { written.insert((configurationPath, try place.configuration(for: target)), at: 0) }
        if !dryRun { try write(written, below: place.tree.root) }
        let warnings = warnings(live, decoding, added)
        let report = ImportReport(
            target: target, files: files, makesConfiguration: isNew, declared: live.declared,
            reserved: live.reserved, leftOutCount: live.leftOut, isDryRun: dryRun,
            next: files.isEmpty || dryRun ? [] : next(written.map(\.path), place))
        switch output.format {
        case .json: Terminal.output.write(json(report, warnings: warnings).prettyText)
        case .text:
            warn(warnings, added, manifests)
            Terminal.output.write(render(report, style: output.style))
        }
        return .done
    }

    private func write(_ files: [(path: String, text: String)], below root: String) throws(Failure) {
        if DraftFolder.removeAbandoned(in: root) {
            let note =
                "an earlier import was interrupted; the files that it wrote are kept, and what they declare "
                + "is not imported again"
            Terminal.error.write(render(notes: [note], style: Terminal.error.style))
        }
        var newFiles = NewFiles(below: root)
        try newFiles.write(files)
    }

    /// Reads the live state; `target` gets the account that the store answers where it has none yet.
    private func readState(
        of target: inout Target, _ place: ImportPlace
    ) async throws(Failure) -> ReadState {
        let account = try await store.openReadOnly(target, root: place.tree.root)
        let state: ReadState
        do throws(EngineError) {
            state = try await WritEngine.readState(store: account.store, ledger: account.ledger)
        } catch {
            throw .engine(error)
        }
        guard let answered = state.observed.account else {
            throw .message(
                "there is no store at `\(try store.path(for: target, root: place.tree.root))`",
                help: "name the store to import from with `--store sqlite:PATH`")
        }
        if place.isNew { target.account = answered }
        guard target.account == answered else {
            throw .engine(.store(.wrongAccount(expected: target.account, found: answered)))
        }
        return state
    }

    private func refuseNothing(
        selected live: LiveManifests, _ selection: ImportSelection, _ state: ReadState
    ) throws(Failure) {
        guard live.objects.isEmpty, live.declared.isEmpty, live.leftOut == 0, live.reserved.isEmpty,
            selection != ImportSelection()
        else { return }
        let names = Set(state.observed.objects.keys.map(\.name))
        let hint = name.first.flatMap { nearestName(to: $0, among: names) }
        throw .message(
            "no live object is of that kind and name; the store has \(state.observed.objects.count) objects",
            help: hint.map { "did you mean `--name \($0)`?" }
                ?? "`*` stands for any characters: `--name 'team-*'`")
    }

    /// Checks that the files say what was meant, and that a plan of them changes nothing.
    private func prove(
        _ live: LiveManifests, _ decoding: Decoding, from manifests: WorkingManifests, _ state: ReadState,
        _ target: Target, at now: Instant
    ) throws(Failure) {
        let most = ReadLimits().files
        guard decoding.files.count <= most else {
            throw .message(
                "a target has at most \(most) manifest files, and this would make \(decoding.files.count)",
                help: "nothing was written; choose what to keep in git with `--kind` and `--name`")
        }
        if decoding.diagnostics.hasErrors {
            throw .invalid(
                decoding.diagnostics.filter { $0.severity == .error }, sources: manifests.sources)
        }
        let unread = live.objects.first { decoding.state.objects[$0.address] != $0 }
        let proof = proveImport(
            from: manifests.decoding.state, to: decoding.state, against: state, target: target, asOf: now)
        guard unread == nil, proof.holds else {
            let first =
                unread.map { "`\($0.address)` would not read back as it is" }
                ?? proof.errors.first?.message ?? proof.changes.first.map { "a plan would \($0.summary)" }
                ?? ""
            throw .message(
                "the import would not leave the store as it is: \(first)",
                help: "nothing was written; import the others with `--kind` and `--name`, and report this")
        }
    }

    /// What could not be declared, and what is worth knowing about what was.
    private func warnings(
        _ live: LiveManifests, _ decoding: Decoding, _ added: [ManifestFile]
    ) -> [Diagnostic] {
        let files = Set(added.map(\.path))
        return live.warnings
            + decoding.diagnostics.filter { $0.span.map { files.contains($0.file) } ?? false }
    }

    private func warn(_ warnings: [Diagnostic], _ added: [ManifestFile], _ manifests: WorkingManifests) {
        var sources = manifests.sources
        for file in added { sources[file.path] = SourceText(path: file.path, bytes: file.bytes) }
        Terminal.error.write(
            WritReport.render(
                warnings, sources: { sources[$0] },
                style: Terminal.error.takesColors ? .colored : .plain))
    }

    /// The commands that make a commit of the files and plan it.
    private func next(_ paths: [String], _ place: ImportPlace) -> [String] {
        let tops = Set(paths.map { place.summary(of: $0) }).sorted().map(shellWord)
        let git = repo == "." ? "git" : "git -C \(shellWord(repo))"
        var plan = "writ plan"
        if repo != "." { plan += " --repo \(shellWord(repo))" }
        if let target { plan += " --target \(shellWord(target))" }
        if let place = store.store { plan += " --store \(shellWord(place))" }
        let start = workingTreeTop(of: place.tree.root) == nil ? ["\(git) init"] : []
        return start + [
            "\(git) add \(tops.joined(separator: " ")) && \(git) commit -m 'Import \(place.target.name)'",
            plan,
        ]
    }
}

extension Kind {
    /// What names other kinds comes behind them.
    fileprivate var naming: Int {
        switch self {
        case .policy, .passwordPolicy, .securitySettings, .project: 0
        case .user: 1
        case .group, .agency: 2
        case .identityProvider: 3
        }
    }
}

/// Reads kinds such as `group` or `Group`.
private func kinds(_ words: [String]) throws(Failure) -> Set<Kind> {
    var kinds: Set<Kind> = []
    for word in words {
        let folded = word.lowercased()
        guard
            let kind = Kind.allCases.first(where: {
                $0.rawValue == folded || $0.manifestName.lowercased() == folded
            })
        else {
            let hint = nearestName(to: folded, among: Kind.allCases.map(\.rawValue))
            throw .message(
                "`\(word)` is no kind",
                help: hint.map { "did you mean `\($0)`?" }
                    ?? "the kinds are " + Kind.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", "),
                .usage)
        }
        kinds.insert(kind)
    }
    return kinds
}
