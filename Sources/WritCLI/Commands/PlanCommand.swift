internal import ArgumentParser
internal import WritEngine
internal import WritModel
internal import WritPlan
internal import WritReport
internal import WritStore

/// `writ plan`.
struct PlanCommand: RunningCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Show what applying a revision would change",
        discussion: "Nothing is written but the file that --out names.")

    @OptionGroup var repository: RepositoryOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var snapshot: SnapshotOptions
    @OptionGroup var output: ReviewOptions
    @OptionGroup var origin: OriginOptions

    @Option(
        help: ArgumentHelp("Save the plan, for `writ apply FILE`", valueName: "file"), completion: .file())
    var out: String?

    @Flag(help: "Exit with 2 when something would change in the store")
    var exitCode = false

    @Option(
        help: ArgumentHelp("Take over a live object that differs; repeatable", valueName: "address"),
        completion: .addresses)
    var adopt: [String] = []

    @Option(help: ArgumentHelp("For how long a saved plan can be applied", valueName: "minutes"))
    var validFor = 60

    @Option(help: ArgumentHelp("Judge expiries at this day or time instead of now", valueName: "date"))
    var asOf: String?

    @Option(
        help: ArgumentHelp(
            "In a review: the branch it goes to; guards of its merge base with the revision stay in force",
            valueName: "revision"))
    var base: String?

    func validate() throws {
        if snapshot.observed != nil, store.store != nil {
            throw ValidationError("--observed and --store exclude each other")
        }
        guard (1...10_080).contains(validFor) else { throw ValidationError("--valid-for is 1 to 10080") }
    }

    func perform() async throws(Failure) -> WritExit {
        let adopting = try addresses(adopt)
        let moment = try asOf.map { text throws(Failure) in try instant(text) }
        let opened = try OpenRepository(repository)
        let target = try opened.target(named: repository.target)
        // The store is read while the manifests are: neither needs the other.
        let path = Result { () throws(Failure) in try store.path(for: target, root: opened.source.top) }
        async let live = readLive(path, unless: snapshot.observed != nil)
        let declaration = try await opened.declaration(for: target)
        let snapshot = try snapshot.snapshot(of: target)
        let read = try await live.get()
        guard let state = snapshot?.state(knowing: declaration.desired) ?? read else {
            preconditionFailure("without a snapshot the store is read")
        }
        let baseTarget = try base.map { base throws(Failure) in
            try opened.target(named: target.name, atMergeBaseWith: base)
        }
        let settings = PlanSettings(
            tool: Writ.version, now: systemTime(), asOf: moment, lifetimeSeconds: Int64(validFor) * 60,
            adopting: Set(adopting), snapshotAt: snapshot?.takenAt,
            baseGuards: baseTarget??.guards)
        let result = try await plan(declaration, state, opened, settings)
        let plan = result.plan
        defer { UntilExit.keep(result) }
        if let out { try write(plan.json.prettyText, toFile: out) }
        let origins = origin.isWanted ? opened.origins(of: result, repository) : Origins()
        let access = result.context.access
        let places = ComparedPlaces(of: declaration)
        switch output.format {
        case .json:
            Terminal.output.write(plan.json(origins, access: access.map { json($0) }, json).prettyText)
        case .text:
            Terminal.output.write(render(plan, origins: origins, style: output.style))
            if let access {
                Terminal.output.write("\n" + render(access, of: plan, places: places, style: output.style))
            }
            Terminal.error.write(render(notes: origins.notes, style: Terminal.error.style))
        case .markdown:
            Terminal.output.write(
                markdown(
                    plan, origins: origins, access: access, places: places, maxBytes: output.maxBytes,
                    details: output.details))
        }
        if !plan.refusals.isEmpty {
            Terminal.error.write(
                render(
                    plan.refusals, of: plan, style: Terminal.error.takesColors ? .colored : .plain))
            return .refused
        }
        return exitCode && plan.changesStore ? .changes : .done
    }
}

extension ComparedPlaces {
    /// Where the planned commit says what gives access; the live side has no lines.
    init(of declaration: Declaration) {
        self.init(
            new: AccessPlaces(
                origin: declaration.revision.short, commit: declaration.revision.commit,
                desired: declaration.desired, sources: declaration.sources))
    }
}

/// Plans against what was read.
func plan(
    _ declaration: Declaration, _ state: ReadState, _ repository: OpenRepository, _ settings: PlanSettings
) async throws(Failure) -> PlanResult {
    do throws(EngineError) {
        // The commit that was last applied is asked for here, before any lease.
        let successions =
            state.applied.revision.map { [$0.commit: repository.succession(of: $0.commit)] } ?? [:]
        return try await makePlanOnAllCores(
            declaration, against: state,
            succession: { successions[$0] ?? .unknown("it was applied meanwhile") },
            settings: settings)
    } catch {
        throw .engine(error)
    }
}

/// Reads addresses such as `group/payments`.
func addresses(_ texts: [String]) throws(Failure) -> [Address] {
    var result: [Address] = []
    for text in texts {
        guard let address = Address(parsing: text) else {
            let kinds = Kind.allCases.map(\.rawValue).joined(separator: ", ")
            throw .message(
                "`\(text)` is no address", help: "write KIND/NAME, with a kind of: \(kinds)", .usage)
        }
        result.append(address)
    }
    return result
}

/// Reads a day, as its start in UTC, or a full RFC 3339 time.
func instant(_ text: String) throws(Failure) -> Instant {
    guard let instant = Instant(day: text) ?? Instant(rfc3339: text) else {
        throw .message(
            "`\(text)` is no date", help: "write a day as 2027-01-31, or a time as 2027-01-31T12:00:00Z",
            .usage)
    }
    return instant
}
