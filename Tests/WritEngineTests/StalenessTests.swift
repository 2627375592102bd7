import Testing
import WritEngine
import WritModel
import WritPlan
import WritStore
import WritTestKit

/// A plan is refused when anything it is bound to differs, and the reason is named.
struct StalenessTests {
    /// What a bound field is changed to, and what is said then.
    enum BoundField: String, CaseIterable, Sendable {
        case tool, target, account, lineage, commit, guards, expiry
    }

    private func edit(_ field: BoundField, of plan: inout Plan) {
        switch field {
        case .tool: plan.binding.tool = "0.0.0"
        case .target: plan.binding.target = "staging"
        case .account: plan.binding.account = "other"
        case .lineage: plan.binding.lineage = "other"
        case .commit: plan.binding.revision.commit = String(repeating: "f", count: 40)
        case .guards: plan.binding.guards.updatedObjects.floor = 99
        case .expiry: plan.binding.expiresAt = plan.binding.createdAt
        }
    }

    private func isNamed(_ field: BoundField, by reason: StaleReason) -> Bool {
        switch (field, reason) {
        case (.tool, .otherTool), (.target, .otherTarget), (.account, .otherAccount),
            (.lineage, .otherLineage), (.commit, .otherCommit), (.guards, .otherGuards), (.expiry, .expired):
            true
        default: false
        }
    }

    private func staleReasons(_ desk: Desk, _ plan: Plan, _ declaration: Declaration) async throws
        -> [StaleReason]
    {
        do {
            _ = try await desk.apply(
                plan, of: declaration, approvals: plan.refusals.map { Approval($0.rule, plan.digest) })
            return []
        } catch EngineError.stale(let reasons) {
            return reasons
        }
    }

    @Test("each bound field is compared", arguments: BoundField.allCases)
    func boundFields(field: BoundField) async throws {
        let (desk, account) = memoryDesk()
        try await desk.bring(Sample.before)
        let declaration = desk.declare(Sample.after)
        var plan = try await desk.plan(declaration).plan
        edit(field, of: &plan)
        let writes = await account.store.writes
        let reasons = try await staleReasons(desk, plan, declaration)
        #expect(reasons.count == 1 && reasons.allSatisfy { isNamed(field, by: $0) })
        #expect(await account.store.writes == writes)
    }

    @Test("a change of something the plan touches is named")
    func touchedObject() async throws {
        let (desk, account) = memoryDesk()
        try await desk.bring(Sample.before)
        let declaration = desk.declare(Sample.after)
        let plan = try await desk.plan(declaration).plan
        await account.store.edit(.setField(Address(.user, "alice"), .displayName, .text("X")))
        let reasons = try await staleReasons(desk, plan, declaration)
        #expect(
            reasons.contains {
                if case .changed(.object(Address(.user, "alice")), _, _) = $0 { true } else { false }
            })
    }

    @Test("drift of something declared that the plan does not touch is named as well")
    func appearedDrift() async throws {
        let (desk, account) = memoryDesk()
        try await desk.bring(Sample.before)
        let declaration = desk.declare(Sample.after)
        let plan = try await desk.plan(declaration).plan
        await account.store.edit(.removeMembership(Membership(user: "carol", group: "support")))
        let reasons = try await staleReasons(desk, plan, declaration)
        #expect(
            reasons.contains { if case .appeared(let change) = $0 { change.action == .join } else { false } })
    }

    @Test("what nobody declares does not make a plan stale")
    func unmanagedChange() async throws {
        let (desk, account) = memoryDesk()
        try await desk.bring(Sample.before)
        let declaration = desk.declare(Sample.after)
        let plan = try await desk.plan(declaration).plan
        await account.store.edit(.addObject(Address(.user, "stranger"), [:]))
        #expect(try await staleReasons(desk, plan, declaration) == [])
    }

    @Test("a change that somebody made by hand meanwhile is named as no longer needed")
    func vanished() async throws {
        let (desk, account) = memoryDesk()
        try await desk.bring(Sample.before)
        let declaration = desk.declare(Sample.after)
        let plan = try await desk.plan(declaration).plan
        await account.store.edit(.addMembership(Membership(user: "bob", group: "support")))
        let reasons = try await staleReasons(desk, plan, declaration)
        #expect(
            reasons.contains { if case .vanished(let change) = $0 { change.action == .join } else { false } })
    }

    @Test("an applied plan is stale once somebody has changed what it did")
    func appliedAndChanged() async throws {
        let (desk, account) = memoryDesk()
        try await desk.bring(Sample.before)
        let declaration = desk.declare(Sample.after)
        let plan = try await desk.plan(declaration).plan
        _ = try await staleReasons(desk, plan, declaration)
        await account.store.edit(.setField(Address(.user, "alice"), .displayName, .text("X")))
        #expect(try await !staleReasons(desk, plan, declaration).isEmpty)
    }

    @Test("a plan made before the store existed fits the store that apply makes")
    func firstPlan() async throws {
        let account = InMemoryAccount()
        let desk = Desk(account.account)
        let declaration = desk.declare(Sample.before)
        var plan = try await desk.plan(declaration).plan
        plan.binding.lineage = nil
        plan.binding.account = nil
        #expect(try await staleReasons(desk, plan, declaration) == [])
    }
}

/// What a plan file may not be.
struct PlanFileTests {
    private func file() async throws -> [UInt8] {
        let (desk, _) = memoryDesk()
        try await desk.bring(Sample.before)
        return Array(try await desk.plan(desk.declare(Sample.after)).plan.json.prettyText.utf8)
    }

    @Test("a file with one changed byte is refused, wherever it is")
    func changedByte() async throws {
        let bytes = try await file()
        var random = SplitMix64(seed: 4)
        for _ in 0..<400 {
            var changed = bytes
            let index = random.below(bytes.count)
            changed[index] ^= UInt8(1 << random.below(7))
            #expect(throws: PlanFileError.self, "byte \(index)") { try Plan(file: changed) }
        }
    }

    @Test("a file that was cut short is refused")
    func truncated() async throws {
        let bytes = try await file()
        for length in stride(from: 0, to: bytes.count, by: 97) {
            #expect(throws: PlanFileError.self) { try Plan(file: Array(bytes.prefix(length))) }
        }
    }

    @Test("a file with a member that we do not know is refused")
    func unknownMember() async throws {
        let text = String(decoding: try await file(), as: UTF8.self)
        let changed = text.replacing("  \"unchanged\":", with: "  \"extra\": true,\n  \"unchanged\":")
        #expect(throws: PlanFileError.self) { try Plan(file: Array(changed.utf8)) }
    }

    @Test("a file of another format is named as such")
    func otherFormat() async throws {
        let text = String(decoding: try await file(), as: UTF8.self)
        let changed = text.replacing("writ/plan/1", with: "writ/plan/9")
        #expect { try Plan(file: Array(changed.utf8)) } throws: { error in
            "\(error)".contains("writ/plan/9")
        }
    }
}
