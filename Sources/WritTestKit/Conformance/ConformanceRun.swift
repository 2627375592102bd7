internal import Testing
internal import WritDigest
internal import WritModel
internal import WritPlan
internal import WritStore

/// One run of a chapter: the account, the lease, and the steps taken so far.
final class ConformanceRun {
    let account: Account
    let edit: @Sendable (ForeignEdit) async throws -> Void
    let courier = RecordingCourier()
    let holder = LeaseHolder(actor: "ann@host", boot: "boot-1", processID: 100, processStart: "1")
    private(set) var now = Instant(epochSeconds: 1_800_000_000)
    private var held: Lease?
    private var nextIndex = 0

    init(_ subject: ConformanceSubject) {
        account = subject.account
        edit = subject.edit
    }

    /// The run's own description in the ledger.
    var description: Run {
        Run(
            id: "run-1", actor: holder.actor, startedAt: now, commit: "c0ffee",
            planDigest: Digest(of: "plan"), effectDigest: Digest(of: "effect"), approvals: ["guard=x"])
    }

    /// The lease, taken with the run's start at the first call.
    func lease() async throws -> Lease {
        if let held { return held }
        let lease = try await account.ledger.acquireLease(
            for: holder, nonce: "nonce-1", at: now, seconds: 60, unless: { _ in false })
        held = lease
        try await account.ledger.begin(description, token: lease.token)
        return lease
    }

    func advance(by seconds: Int64) {
        now = now.advanced(by: seconds)
    }

    func step(
        _ change: Change, given precondition: Precondition, inventory: [InventoryChange] = []
    ) -> Step {
        defer { nextIndex += 1 }
        return Step(
            run: "run-1", index: nextIndex, change: change, precondition: precondition,
            inventory: inventory)
    }

    /// Intends and executes `step`, again if it was done before.
    func take(_ step: Step) async throws -> Outcome {
        let token = try await lease().token
        try await account.ledger.intend([step], token: token)
        return try await account.executor.execute(step, courier: courier, at: now, token: token)
    }

    /// Makes a change as a step of its own.
    func perform(
        _ address: Address, _ effect: Effect, given precondition: Precondition,
        inventory: [InventoryChange] = []
    ) async throws -> Outcome {
        try await take(
            step(Change(address, effect, cause: .commit), given: precondition, inventory: inventory))
    }

    /// Makes an object, which has to succeed.
    @discardableResult
    func create(_ address: Address, _ fields: FieldMap<Value> = [:]) async throws -> ObservedObject {
        let outcome = try await perform(address, .create(fields), given: .absent)
        #expect(outcome.word == "done", "create \(address): \(outcome)")
        return try await object(address)
    }

    /// Makes a membership, which has to succeed.
    func join(_ edge: Membership) async throws {
        let outcome = try await perform(Address(.group, edge.group), .join(edge), given: .absent)
        #expect(outcome.word == "done", "join \(edge): \(outcome)")
    }

    /// Makes an attachment, which has to succeed.
    func attach(_ key: AttachmentKey, expires: Expiry? = nil) async throws {
        let outcome = try await perform(
            key.principal, .attach(key, expires: expires, replacing: nil), given: .absent)
        #expect(outcome.word == "done", "attach \(key): \(outcome)")
    }

    /// All of the account, which has to be complete.
    func observe() async throws -> ObservedState {
        guard case .complete(let state, _) = try await account.store.observe() else {
            Issue.record("the observation is not complete")
            return ObservedState(account: nil)
        }
        return state
    }

    /// The object, which has to be there.
    func object(_ address: Address) async throws -> ObservedObject {
        try #require(await observe().objects[address], "\(address) is observed")
    }

    /// Expects that `effect` is refused with a conflict and changes nothing in the store.
    func expectConflict(
        _ address: Address, _ effect: Effect, given precondition: Precondition, naming text: String = "",
        _ why: Comment
    ) async throws {
        let before = try await observe()
        let outcome = try await perform(address, effect, given: precondition)
        guard case .conflict(let found) = outcome else {
            Issue.record("\(why): expected a conflict, got \(outcome)")
            return
        }
        #expect(found.contains(text), why)
        #expect(try await observe() == before, why)
    }
}

/// A manifest's line that everything in the script comes from.
let anyProvenance = Provenance(commit: "c0ffee", file: "iam/all.yaml", line: 7)

/// The user of that name.
func user(_ name: String) -> Address { Address(.user, name) }

/// The group of that name.
func group(_ name: String) -> Address { Address(.group, name) }

/// The policy of that name.
func policy(_ name: String) -> Address { Address(.policy, name) }

/// The agency of that name.
func agency(_ name: String) -> Address { Address(.agency, name) }
