import Testing
import WritEngine
import WritModel
import WritPlan
import WritStore
import WritTestKit

/// Credentials through the whole loop, over a store and a ledger apart from each other, as with a cloud.
struct CredentialTests {
    private static let ann = Address(.user, "ann")
    private static let day: Int64 = 86_400

    private static func state(
        generation: Int, confirmed: Int? = nil, password: Int? = nil,
        recipient: Recipient = sampleRecipients[0]
    ) -> DesiredState {
        var user = DesiredObject(ann)
        user.fields[.accessKeysKeys] = .list(
            DesiredList(
                .exactly,
                [
                    .accessKey(
                        DeclaredAccessKey(
                            name: "ci", generation: generation, confirmed: confirmed, deliverTo: recipient))
                ]))
        if let password {
            user.fields[.consoleInitialPassword] = .scalar(
                .credential(DeclaredCredential(generation: password, deliverTo: recipient)))
        }
        return DesiredState(objects: [ann: user])
    }

    @Test("a new user's key and password are made once and handed over once")
    func makesAndDelivers() async throws {
        let (desk, account) = memoryDesk()
        let report = try await desk.bring(Self.state(generation: 1, password: 1))
        #expect(report.isComplete)
        let delivered = await desk.courier.delivered
        #expect(delivered.map(\.order.name) == [.accessKey("ci"), .password])
        #expect(await account.ledger.undelivered() == [])
        #expect(try await desk.plan(desk.declare(Self.state(generation: 1, password: 1))).plan.changes == [])
        let again = try await desk.bring(Self.state(generation: 1, password: 1))
        #expect(again.isComplete)
        #expect(await desk.courier.delivered.count == 2)
        #expect(try await desk.drift().items == [])
    }

    @Test("a key is rotated step by step, one plan each, with one or two keys all the time")
    func rotates() async throws {
        let (desk, account) = memoryDesk()
        try await desk.bring(Self.state(generation: 1))
        let second = Self.state(generation: 2)
        try await desk.bring(second)
        var keys = try await desk.observed().objects[Self.ann]?.accessKeys ?? []
        #expect(keys.map(\.generation) == [1, 2] && keys.allSatisfy { $0.status == .active })
        #expect(try await desk.drift().items == [], "a rotation under way is no drift")
        #expect(try await desk.plan(desk.declare(second)).plan.warnings.map(\.code) == ["credential.waits"])

        await account.store.use(keys[1].id, of: Self.ann, at: desk.now)
        await account.store.setClock(desk.now)
        try await desk.bring(second)
        keys = try await desk.observed().objects[Self.ann]?.accessKeys ?? []
        #expect(keys.map(\.status) == [.inactive, .active])
        #expect(try await desk.plan(desk.declare(second)).plan.changes == [])

        desk.now = desk.now.advanced(by: Self.day)
        try await desk.bring(second)
        keys = try await desk.observed().objects[Self.ann]?.accessKeys ?? []
        #expect(keys.map(\.generation) == [2])
        #expect(await desk.courier.delivered.map(\.order.generation) == [1, 2])
        #expect(try await desk.drift().items == [])
    }

    @Test("a key whose answer was lost is deleted and made anew: only what is handed over stays")
    func settlesOrphans() async throws {
        let (desk, account) = memoryDesk()
        try await desk.bring(DesiredState([DesiredObject(Self.ann)]))
        let calls = await account.store.calls
        await account.store.inject(.lostAnswer) { $0 == calls + 1 }
        let first = try await desk.bring(Self.state(generation: 1))
        #expect(!first.isComplete)
        #expect(await account.store.state.objects[Self.ann]?.accessKeys.count == 1, "an orphan is there")
        #expect(try await desk.observed().objects[Self.ann]?.accessKeys == [], "and counts as none")
        await account.store.heal()
        let second = try await desk.bring(Self.state(generation: 1))
        #expect(second.isComplete)
        let live = await account.store.state.objects[Self.ann]?.accessKeys.map(\.id)
        #expect(await desk.courier.delivered.map(\.id) == live)
    }

    @Test("what could not be encrypted is not left behind")
    func failsToSeal() async throws {
        let (desk, account) = memoryDesk()
        await desk.courier.failSealing(1)
        let report = try await desk.bring(Self.state(generation: 1))
        #expect(!report.isComplete)
        #expect(await account.store.state.objects[Self.ann]?.accessKeys == [])
        #expect(try await desk.bring(Self.state(generation: 1)).isComplete)
        #expect(await desk.courier.delivered.count == 1)
    }

    @Test("a recipient that cannot be encrypted to stops the apply before anything is made")
    func checksRecipients() async throws {
        let (desk, account) = memoryDesk()
        await desk.courier.refuse(sampleRecipients[1])
        let error = await #expect(throws: EngineError.self) {
            try await desk.bring(Self.state(generation: 1, recipient: sampleRecipients[1]))
        }
        guard case .courier(let problem, let credential)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(problem.description == "nothing can be encrypted to it")
        #expect(credential == "access key `ci` of user/ann")
        #expect(await account.store.writes == 0)
    }

    @Test("what could not be handed over waits, and the next apply hands over the same value")
    func waitsForDelivery() async throws {
        let (desk, account) = memoryDesk()
        await desk.courier.failDelivering(2)
        let first = try await desk.bring(Self.state(generation: 1, password: 1))
        #expect(!first.isComplete)
        #expect(first.undelivered.map(\.order.name) == [.accessKey("ci"), .password])
        let waiting = await account.ledger.undelivered()
        let second = try await desk.bring(Self.state(generation: 1, password: 1))
        #expect(second.isComplete)
        #expect(await desk.courier.delivered == waiting)
    }

    /// Where a run dies: at a write to the store or one to the ledger.
    enum Death: CaseIterable { case store, ledger }

    @Test(
        "killed at any write of a rotation: never no working key, never three, no orphan, one value for a generation",
        arguments: Death.allCases, 1...14)
    func survivesDeath(at place: Death, call: Int) async throws {
        let (desk, account) = memoryDesk()
        try await desk.bring(Self.state(generation: 1))
        var known = await Self.working(account)
        #expect(known == 1)
        let stores = await account.store.calls
        let ledgers = await account.ledger.calls
        switch place {
        case .store:
            await account.store.inject(.unusable(.io(place: "store", reason: "killed"))) {
                $0 == stores + call
            }
        case .ledger:
            await account.ledger.inject(.io(place: "ledger", reason: "killed")) { $0 >= ledgers + call }
        }
        let second = Self.state(generation: 2)
        for round in 0..<8 {
            if round == 1 {
                await account.store.heal()
                await account.ledger.heal()
            }
            await account.store.setClock(desk.now)
            _ = try? await desk.bring(second)
            let keys = await account.store.state.objects[Self.ann]?.accessKeys ?? []
            known = keys.count { $0.status == .active }
            #expect(known >= 1 && keys.count <= 2, "round \(round): \(keys)")
            // Whoever was given the new key uses it.
            for sealed in await desk.courier.delivered where sealed.order.generation == 2 {
                await account.store.use(sealed.id, of: Self.ann, at: desk.now)
            }
            desk.now = desk.now.advanced(by: Self.day)
        }
        let keys = await account.store.state.objects[Self.ann]?.accessKeys ?? []
        #expect(keys.map(\.generation) == [2], "the rotation ended")
        let delivered = await desk.courier.delivered
        for generation in 1...2 {
            let values = Set(delivered.filter { $0.order.generation == generation }.map(\.armored))
            #expect(values.count == 1, "generation \(generation) was handed over under one value")
        }
        #expect(delivered.contains { $0.id == keys.first?.id }, "the key that is there was handed over")
    }

    private static func working(_ account: InMemoryAccount) async -> Int {
        await account.store.state.objects[ann]?.accessKeys.count { $0.status == .active } ?? 0
    }

    @Test("accepting a key that somebody made keeps the recipients of the others")
    func accepts() async throws {
        let (desk, account) = memoryDesk()
        let state = Self.state(generation: 1)
        try await desk.bring(state)
        await account.store.edit(
            .addAccessKey(Self.ann, LiveAccessKey(id: "AKx", name: "AKx", generation: 1, createdAt: noon)))
        #expect(try await desk.drift().items.map(\.address) == [Self.ann])
        let live = try await readState(store: account.store, ledger: account.ledger)
        let declaration = desk.declare(state)
        let accepted = accept(
            AcceptedObjects(addresses: nil),
            PlanInput(
                desired: state, sources: declaration.sources, applied: live.applied, observed: live.observed,
                capabilities: live.capabilities, target: desk.target, asOf: noon))
        var wanted = state
        wanted.objects[Self.ann]?.fields[.accessKeysKeys] = .list(
            DesiredList(
                .exactly,
                [
                    .accessKey(DeclaredAccessKey(name: "ci", deliverTo: sampleRecipients[0])),
                    .accessKey(DeclaredAccessKey(name: "AKx")),
                ]))
        #expect(accepted == wanted)
    }

    @Test("a password that was set and not taken down is set anew")
    func passwordAfterDeath() async throws {
        let capabilities = Capabilities(exceptions: [.user: [.consoleInitialPassword: .writeOnly]])
        let account = InMemoryAccount(capabilities: capabilities)
        let desk = Desk(account.account)
        var state = Self.state(generation: 1, password: 1)
        state.objects[Self.ann]?.fields[.accessKeysKeys] = nil
        let calls = await account.store.calls
        await account.store.inject(.lostAnswer) { $0 == calls + 2 }
        #expect(try await desk.bring(state).isComplete == false)
        await account.store.heal()
        #expect(try await desk.bring(state).isComplete)
        #expect(await desk.courier.delivered.map(\.armored) == ["sealed canary-secret-2"])
        #expect(try await desk.plan(desk.declare(state)).plan.changes == [])
    }
}
