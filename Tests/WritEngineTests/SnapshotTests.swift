import Testing
import WritDigest
import WritEngine
import WritModel
import WritPlan
import WritStore
import WritTestKit

/// A plan made from a snapshot is the plan that the live store gives at that moment, but for its mark.
struct SnapshotTests {
    private func generator(_ seed: Int) -> StateGenerator {
        StateGenerator(seed: UInt64(seed), capabilities: Capabilities(), asOf: noon.advanced(by: 86_400))
    }

    /// The state with e-mail addresses and phone numbers changed by hand.
    private func edited(_ state: ReadState, _ random: inout SplitMix64) -> ReadState {
        var state = state
        for address in state.observed.objects.keys.sorted() where address.kind == .user {
            if random.chance(30) {
                state.observed.objects[address]?.fields[.email] = .text(
                    "hand-\(random.below(9))@evil.example")
                state.observed.objects[address]?.version = Version("edited")
            }
            if random.chance(20) { state.applied.objects[address] = nil }
        }
        return state
    }

    private func read(_ file: [UInt8]) throws -> Snapshot { try Snapshot(file: file) }

    private func bytes(_ snapshot: Snapshot) -> [UInt8] { Array(snapshot.json.prettyText.utf8) }

    @Test("a plan from a snapshot is the live one but for its mark", arguments: 0..<(isFullRun ? 300 : 15))
    func plansAreEqual(seed: Int) async throws {
        var generator = generator(seed)
        var random = SplitMix64(seed: UInt64(seed) &+ 5)
        let (desk, _) = memoryDesk()
        let a = generator.state()
        try await desk.bring(a)
        let declaration = desk.declare(generator.mutated(from: a))
        let whole = try await readState(store: desk.account.store, ledger: desk.account.ledger)
        for state in [whole, edited(whole, &random)] {
            let file = bytes(Snapshot(of: state, target: desk.target, tool: Writ.version, at: noon))
            let snapshot = try read(file)
            #expect(bytes(snapshot) == file, "seed \(seed)")
            let known = snapshot.state(knowing: declaration.desired)
            func plan(_ state: ReadState, _ snapshotAt: Instant?) throws -> Plan {
                try makePlan(
                    declaration, against: state, succession: { _ in .descendant },
                    settings: PlanSettings(tool: Writ.version, now: noon, snapshotAt: snapshotAt)
                ).plan
            }
            let live = try plan(state, nil)
            var marked = try plan(known, snapshot.takenAt)
            #expect(marked.effectDigest == live.effectDigest, "seed \(seed)")
            #expect(marked.digest != live.digest, "seed \(seed)")
            #expect(try Plan(file: Array(marked.json.prettyText.utf8)) == marked, "seed \(seed)")
            marked.binding.snapshotAt = nil
            if snapshot.redactions.isEmpty {
                #expect(marked.json.prettyText == live.json.prettyText, "seed \(seed)")
            }
            #expect(unpersonal(marked) == unpersonal(live), "seed \(seed)")
            #expect(drifted(known) == drifted(state), "seed \(seed)")
        }
    }

    /// The plan without what a snapshot leaves out: what personal fields held, and versions of their objects.
    private func unpersonal(_ plan: Plan) -> String {
        var plan = plan
        plan.changes = plan.changes.map { change in
            var change = change
            change.effect = change.effect.withoutPersonalPast(KindSchema.of(change.address.kind))
            return change
        }
        plan.binding.reads = PlanReads(
            plan.binding.reads.versions.filter { key, _ in
                if case .object(let address) = key { address.kind != .user } else { true }
            })
        return plan.json.prettyText
    }

    /// Where something has drifted.
    private func drifted(_ state: ReadState) -> [String] {
        drift(applied: state.applied, observed: state.observed, capabilities: state.capabilities, asOf: noon)
            .items
            .map {
                if case .changed(let field, _, _) = $0.sort { return "\($0.address) \(field)" }
                return "\($0.address) \($0.sort)"
            }
    }

    @Test func `personal values stay out unless a manifest has stated them, and equality still works`()
        async throws
    {
        let (desk, _) = memoryDesk()
        try await desk.bring(
            DesiredState([Sample.user("alice", [.email: .scalar(.text("alice@acme.example"))])]))
        var state = try await readState(store: desk.account.store, ledger: desk.account.ledger)
        state.observed.objects[Address(.user, "eve")] = ObservedObject(
            Address(.user, "eve"), id: "9", version: Version("1.hash-over-the-row.9"),
            fields: [
                .email: .text("eve@home.example"), .phone: .text("+86 555"), .displayName: .text("Eve"),
            ],
            awaited: [
                AwaitedConfirmation(
                    .email, "eve@next.example", requestedAt: noon, until: noon.advanced(by: 86_400))
            ])
        state.observed.objects[Address(.user, "alice")]?.awaited = [
            AwaitedConfirmation(
                .email, "alice@acme.example", requestedAt: noon, until: noon.advanced(by: 86_400))
        ]
        let snapshot = Snapshot(of: state, target: desk.target, tool: "1", at: noon)
        let text = snapshot.json.prettyText
        #expect(text.contains("alice@acme.example"))
        for secret in ["eve@home.example", "eve@next.example", "+86 555", "hash-over-the-row"] {
            #expect(!text.contains(secret))
        }

        let known = snapshot.state(knowing: DesiredState()).observed.objects[Address(.user, "alice")]
        #expect(known?.awaited.map(\.value) == ["alice@acme.example"], "what was applied is no news to git")

        func email(_ declared: String) -> Value? {
            let desired = DesiredState([Sample.user("eve", [.email: .scalar(.text(declared))])])
            return snapshot.state(knowing: desired).observed.objects[Address(.user, "eve")]?.fields[.email]
        }
        #expect(email("eve@home.example") == .text("eve@home.example"))
        #expect(email("eve@other.example") == .text("(redacted)"))
        // The same value of another user, field or ledger has another digest.
        let digests = Set(snapshot.redactions.values.flatMap { $0.map(\.value) })
        #expect(digests.count == 2)
        state.applied.lineage = "another"
        let other = Snapshot(of: state, target: desk.target, tool: "1", at: noon)
        #expect(digests.isDisjoint(with: other.redactions.values.flatMap { $0.map(\.value) }))
    }

    @Test func `marks of reserved objects and the store's vendor are part of a snapshot`() async throws {
        let (desk, account) = memoryDesk()
        try await desk.bring(DesiredState([Sample.user("alice")]))
        await account.store.edit(.reserve(Address(.user, "alice"), .rootUser))
        var state = try await readState(store: desk.account.store, ledger: desk.account.ledger)
        state.capabilities.vendor = .jd
        let file = bytes(Snapshot(of: state, target: desk.target, tool: "1", at: noon))
        let snapshot = try read(file)
        #expect(snapshot.state.observed.objects[Address(.user, "alice")]?.reserved == .rootUser)
        #expect(snapshot.state.capabilities.vendor == .jd)
        #expect(bytes(snapshot) == file)
        let text = String(decoding: file, as: UTF8.self).replacing("root-user", with: "ruut-user")
        #expect(throws: SnapshotFileError.self) { try read(Array(text.utf8)) }
    }

    @Test func `the slow digest is scrypt as RFC 7914 has it`() {
        // Computed with Python: hashlib.scrypt(b"text", salt=b"salt", n=1024, r=8, p=1, dklen=32)
        #expect(
            slowDigest(of: "text", salt: "salt")
                == "scrypt:ece930806ff7fabc1dcf68609912a05fec1ed54101f45620e22a8ac116d99847")
    }

    private func sample() async throws -> (bytes: [UInt8], desk: Desk) {
        let (desk, _) = memoryDesk()
        try await desk.bring(Sample.before)
        let state = try await readState(store: desk.account.store, ledger: desk.account.ledger)
        return (bytes(Snapshot(of: state, target: desk.target, tool: Writ.version, at: noon)), desk)
    }

    @Test(arguments: [
        ("", "not a snapshot: the text ends where a value is due (byte 0)"),
        ("[]", "it names no `format`"),
        (
            "{\"format\": \"writ/plan/1\"}",
            "it has the format `writ/plan/1`, this Writ reads `writ/snapshot/1`"
        ),
        ("{\"format\": \"writ/snapshot/1\"}", "`objects` is missing"),
        (
            "{\"format\": \"writ/snapshot/1\", \"format\": \"writ/snapshot/1\"}",
            "the member `format` stands twice"
        ),
        (String(repeating: "[", count: 5000), "more than 80 levels of nesting"),
        ("{\"format\": 1}", "it names no `format`"),
    ])
    func `a file that is no snapshot is refused with its reason`(_ text: String, _ reason: String) {
        let error = #expect(throws: SnapshotFileError.self) { try read(Array(text.utf8)) }
        #expect(error?.description.contains(reason) == true, "\(String(describing: error))")
    }

    @Test func `a snapshot that was cut or edited is refused wherever it was`() async throws {
        let (bytes, _) = try await sample()
        for count in stride(from: 0, to: bytes.count - 1, by: max(1, bytes.count / (isFullRun ? 2000 : 40))) {
            #expect(throws: SnapshotFileError.self, "cut at \(count)") {
                try read(Array(bytes.prefix(count)))
            }
        }
        #expect(throws: SnapshotFileError.self) { try read(bytes + [0x20]) }
        #expect(throws: SnapshotFileError.self) { try read(Array(bytes.dropLast())) }
    }

    /// Somebody may make a file that is well formed and tells nonsense: it is refused or planned with, never a crash.
    @Test("a forged snapshot is refused or planned with", arguments: 0..<(isFullRun ? 2000 : 40))
    func forgedSnapshots(seed: Int) async throws {
        let (bytes, desk) = try await sample()
        var random = SplitMix64(seed: UInt64(seed))
        let json = forged(try JSONValue(parsing: bytes), &random, chance: 2)
        guard let snapshot = try? read(Array(json.prettyText.utf8)) else { return }
        let state = snapshot.state(knowing: Sample.after)
        _ = try? makePlan(
            desk.declare(Sample.after), against: state, succession: { _ in .descendant },
            settings: PlanSettings(tool: Writ.version, now: noon, snapshotAt: snapshot.takenAt))
        _ = drifted(state)
    }

    /// The value with parts of it removed, doubled, or replaced by others.
    private func forged(_ json: JSONValue, _ random: inout SplitMix64, chance: Int) -> JSONValue {
        switch json {
        case .object(let members):
            var result: [JSONValue.Member] = []
            for member in members where !random.chance(chance) {
                result.append(.init(member.name, forged(member.value, &random, chance: chance)))
            }
            return .object(result)
        case .array(let items):
            var result: [JSONValue] = []
            for item in items where !random.chance(chance) {
                result.append(forged(item, &random, chance: chance))
                if random.chance(chance) { result.append(item) }
            }
            return .array(result)
        case .number where random.chance(chance):
            return .number(random.pick(["-1", "9223372036854775807", "0"]))
        case .string where random.chance(chance):
            return .string(
                random.pick(["user/alice", "group/billing", "", "x", "exactly", "2027-01-31", "@"]))
        default: return json
        }
    }
}
