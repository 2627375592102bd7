import Testing
import WritDiagnostics
import WritEngine
import WritManifest
import WritModel
import WritPlan
import WritSQL
import WritStore
import WritTestKit

/// Import, then plan: nothing. Over generated states; a failure names its seed.
struct ImportTests {
    @Test("what was applied imports whole, and a plan of it only adopts", arguments: 0..<caseCount)
    func importsWhatWasApplied(seed: Int) async throws {
        var generator = StateGenerator(seed: UInt64(seed), asOf: noon.advanced(by: 86_400))
        let (desk, account) = memoryDesk()
        try await desk.bring(generator.state())
        // The same store, and nobody who remembers who made it.
        let ledger = InMemoryLedger(lineage: "another")
        let stranger = Desk(
            Account(
                store: account.store, ledger: ledger,
                executor: SeparateExecutor(store: account.store, ledger: ledger)))
        try await expectRoundTrip(at: stranger, "seed \(seed)")
    }

    @Test("the same through SQLite", arguments: 0..<(isFullRun ? 100 : 10))
    func importsFromSQLite(seed: Int) async throws {
        let folder = try TemporaryFolder()
        let sqlite = try await SQLiteAccount.open(
            path: folder.path + "/store.db", mode: .readWrite(account: "acme", lineage: "lineage"))
        let desk = Desk(sqlite.account)
        var generator = StateGenerator(
            seed: UInt64(seed) &+ 9000, capabilities: sqlite.capabilities, asOf: noon.advanced(by: 86_400))
        let state = generator.state()
        try await desk.bring(state)
        try await release(
            state.objects.keys.sorted(), from: sqlite.account,
            environment: ApplyEnvironment(
                holder: LeaseHolder(actor: "tester@desk", boot: "boot", processID: 1, processStart: "1"),
                run: "release", nonce: "nonce-release", now: { noon.advanced(by: 10) }, isGone: { _ in true })
        )
        desk.now = noon.advanced(by: 10)
        try await expectRoundTrip(at: desk, "seed \(seed)")
        await sqlite.close()
    }

    @Test("whatever is live, what is imported of it changes nothing", arguments: 0..<caseCount)
    func importsWhatCanBeDeclared(seed: Int) async throws {
        var generator = ObservedGenerator(seed: UInt64(seed) &+ 100, asOf: noon)
        let observed = generator.state()
        let live = liveManifests(of: observed, capabilities: Capabilities(), asOf: noon)
        let decoding = decode(live.objects)
        #expect(decoding.diagnostics.filter { $0.severity == .error } == [], "seed \(seed)")
        #expect(decoding.state == DesiredState(live.objects), "seed \(seed)")
        #expect(storeChanges(of: decoding.state, observed) == [], "seed \(seed)")
        #expect(live.objects.count + live.leftOut == observed.objects.count, "seed \(seed)")
        #expect(missing(of: observed, in: live.objects) == 0 || !live.warnings.isEmpty, "seed \(seed)")
    }

    @Test("in parts, one beside the other, they still change nothing", arguments: 0..<caseCount)
    func importsInParts(seed: Int) async throws {
        var generator = ObservedGenerator(seed: UInt64(seed) &+ 70_000, asOf: noon)
        var random = SplitMix64(seed: UInt64(seed))
        let observed = generator.state()
        let kinds = Set(random.some(of: Kind.allCases, percent: 50))
        let names = random.chance(50) ? [NamePattern("*-\(random.below(10))*"), NamePattern("?-*")] : []
        var objects: [DesiredObject] = []
        for selection in [ImportSelection(kinds: kinds, names: names), ImportSelection()] {
            let before = decode(objects)
            let live = liveManifests(
                of: observed, beside: before.state, at: before.sources, selection: selection,
                capabilities: Capabilities(), asOf: noon)
            objects += live.objects
            let decoding = decode(objects)
            #expect(decoding.diagnostics.filter { $0.severity == .error } == [], "seed \(seed)")
            #expect(decoding.state == DesiredState(objects), "seed \(seed)")
            #expect(storeChanges(of: decoding.state, observed) == [], "seed \(seed)")
            #expect(Set(live.objects.map(\.address)).isDisjoint(with: before.state.objects.keys))
        }
    }

    /// Imports at a desk that owns nothing, plans, adopts, and looks again.
    private func expectRoundTrip(at desk: Desk, _ comment: Comment) async throws {
        let state = try await readState(store: desk.account.store, ledger: desk.account.ledger)
        let live = liveManifests(of: state.observed, capabilities: state.capabilities, asOf: desk.now)
        #expect(live.warnings == [], comment)
        #expect(live.leftOut == 0, comment)
        #expect(missing(of: state.observed, in: live.objects) == 0, comment)
        let decoding = decode(live.objects)
        #expect(decoding.diagnostics.filter { $0.severity == .error } == [], comment)
        let proof = proveImport(
            from: DesiredState(), to: decoding.state, against: state, target: desk.target, asOf: desk.now)
        #expect(proof.holds, comment)
        let declaration = desk.declare(decoding.state)
        let plan = try await desk.plan(declaration).plan
        #expect(!plan.changesStore, "\(comment): \(plan.changes.map(\.summary))")
        #expect(plan.refusals == [], comment)
        #expect(plan.unmanaged == [], comment)
        #expect(try await desk.apply(plan, of: declaration).remaining.isEmpty, comment)
        #expect(try await desk.plan(declaration).plan.changes.isEmpty, comment)
        #expect(try await desk.drift().items.isEmpty, comment)
    }
}

/// The objects as manifests, each a file of its own, read back.
private func decode(_ objects: [DesiredObject]) -> Decoding {
    var paths = ManifestPaths(in: "iam", besides: [])
    let files = objects.map {
        ManifestFile(path: paths.path(for: $0.address), bytes: Array(manifestText(of: $0).utf8))
    }
    let tree = ManifestTree(revision: Revision(commit: nil, name: "work", repository: "r"), files: files)
    return WritManifest.decode(
        parseManifests(tree, target: Target(name: "production", account: "acme")), documents: [:])
}

private func storeChanges(of desired: DesiredState, _ observed: ObservedState) -> [String] {
    let difference = diff(
        PlanInput(
            desired: desired, observed: observed, target: Target(name: "production", account: "acme"),
            asOf: noon))
    return difference.changes.filter { !$0.effect.isLedgerOnly }.map(\.summary)
        + difference.diagnostics.filter { $0.severity == .error }.map(\.message)
}

/// How many live values and edges of imported objects no manifest states.
private func missing(of observed: ObservedState, in objects: [DesiredObject]) -> Int {
    let state = DesiredState(objects)
    var count = 0
    for object in objects {
        let live = observed.objects[object.address]
        count += live?.fields.fields.count { object.fields[$0] == nil } ?? 0
    }
    count += observed.memberships.keys.count { !state.memberships.contains($0) }
    for key in observed.attachments.keys {
        let items = state.objects[key.principal]?.policies?.items ?? []
        if !items.contains(where: { $0.policy == key.policy && $0.scope == key.scope }) { count += 1 }
    }
    return count
}
