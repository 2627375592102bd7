import Testing
import WritEngine
import WritModel
import WritPlan
import WritStore
import WritTestKit

struct ApplyTests {
    /// A desk whose account has the first version applied, and the second planned.
    private func ready() async throws -> (desk: Desk, account: InMemoryAccount, Declaration, Plan, [Approval])
    {
        let (desk, account) = memoryDesk()
        try await desk.bring(Sample.before)
        let declaration = desk.declare(Sample.after)
        let plan = try await desk.plan(declaration).plan
        return (desk, account, declaration, plan, plan.refusals.map { Approval($0.rule, plan.digest) })
    }

    @Test("a plan with every sort of change is applied whole, and nothing is left")
    func everySortOfChange() async throws {
        let (desk, _, declaration, plan, approvals) = try await ready()
        let actions = Set(plan.changes.map(\.action))
        #expect(actions == [.create, .update, .rename, .delete, .attach, .join, .leave])
        let report = try await desk.apply(plan, of: declaration, approvals: approvals)
        #expect(report.remaining.map(\.summary) == [])
        #expect(faults(of: try await desk.observed(), as: Sample.after, asOf: noon) == [])
        #expect(try await desk.applied().revision?.commit == declaration.revision.commit)
    }

    @Test("the same plan applied again is already applied")
    func alreadyApplied() async throws {
        let (desk, account, declaration, plan, approvals) = try await ready()
        _ = try await desk.apply(plan, of: declaration, approvals: approvals)
        let writes = await account.store.writes
        let report = try await desk.apply(plan, of: declaration, approvals: approvals)
        #expect(report.wasAlreadyApplied)
        #expect(await account.store.writes == writes)
    }

    @Test("an applied plan is already applied after its time as well")
    func alreadyAppliedAndExpired() async throws {
        let (desk, _, declaration, plan, approvals) = try await ready()
        _ = try await desk.apply(plan, of: declaration, approvals: approvals)
        desk.now = desk.now.advanced(by: 100_000)
        #expect(try await desk.apply(plan, of: declaration, approvals: approvals).wasAlreadyApplied)
    }

    @Test(
        "a refused step leaves what depends on it undone, and the plan goes on where it stopped",
        arguments: 1...12)
    func resumesAfterRefusal(call: Int) async throws {
        let (desk, account, declaration, plan, approvals) = try await ready()
        let earlier = await account.store.calls
        await account.store.inject(.refusal(isRetryable: true)) { $0 == earlier + call }
        let first = try await desk.apply(plan, of: declaration, approvals: approvals)
        #expect(first.results.count { if case .failed = $0.result { true } else { false } } == 1)
        #expect(!first.remaining.isEmpty)
        #expect(try await desk.applied().revision?.commit != declaration.revision.commit)
        await account.store.heal()
        let second = try await desk.apply(plan, of: declaration, approvals: approvals)
        #expect(second.remaining.map(\.summary) == [])
        #expect(faults(of: try await desk.observed(), as: Sample.after, asOf: noon) == [])
        let made = await account.store.made.map(\.effectDigest)
        #expect(Set(made).count == made.count, "nothing is made twice")
    }

    @Test("an answer that was lost is settled by reading back, never by doing it again", arguments: 1...12)
    func settlesLostAnswers(call: Int) async throws {
        let (desk, account, declaration, plan, approvals) = try await ready()
        let earlier = await account.store.calls
        await account.store.inject(.lostAnswer) { $0 == earlier + call }
        let first = try await desk.apply(plan, of: declaration, approvals: approvals)
        #expect(first.results.count { if case .unknown = $0.result { true } else { false } } == 1)
        await account.store.heal()
        let second = try await desk.apply(plan, of: declaration, approvals: approvals)
        #expect(second.remaining.map(\.summary) == [])
        #expect(await account.ledger.openEntries().isEmpty)
        let made = await account.store.made.map(\.effectDigest)
        #expect(Set(made).count == made.count, "nothing is made twice")
    }

    @Test("when the ledger fails at any write, the next apply converges", arguments: 1...30)
    func survivesLedgerFailure(call: Int) async throws {
        let (desk, account, declaration, plan, approvals) = try await ready()
        let earlier = await account.ledger.calls
        await account.ledger.inject(.io(place: "ledger", reason: "gone")) { $0 >= earlier + call }
        _ = try? await desk.apply(plan, of: declaration, approvals: approvals)
        await account.ledger.heal()
        let again = try await desk.bring(declaration)
        #expect(again.remaining.map(\.summary) == [])
        #expect(faults(of: try await desk.observed(), as: Sample.after, asOf: noon) == [])
        let made = await account.store.made.map(\.effectDigest)
        #expect(Set(made).count == made.count, "nothing is made twice")
        #expect(firstBreak(in: await account.ledger.audit()) == nil)
        let owned = try await desk.applied()
        #expect(Set(owned.objects.keys) == Set(Sample.after.objects.keys))
        #expect(owned.memberships.count == 4 && owned.attachments.count == 2)
    }

    @Test("somebody else who is quicker is a conflict, not overwritten")
    func conflict() async throws {
        let (desk, account, declaration, plan, approvals) = try await ready()
        let earlier = await account.store.calls
        let edit = ForeignEdit.setField(Address(.user, "alice"), .displayName, .text("Mallory"))
        await account.store.inject(.overtaken([edit])) { $0 == earlier + 1 }
        let report = try await desk.apply(plan, of: declaration, approvals: approvals)
        let conflicts = report.results.filter { if case .conflict = $0.result { true } else { false } }
        #expect(conflicts.map(\.change.summary) == ["update user/alice"])
        #expect(
            try await desk.observed().objects[Address(.user, "alice")]?.fields[.displayName]
                == .text("Mallory"))
    }

    @Test("what is revoked waits for what is granted instead")
    func grantBeforeRevoke() async throws {
        let (desk, account, declaration, plan, approvals) = try await ready()
        let index = try #require(plan.changes.firstIndex { $0.summary == "join user/bob in group/support" })
        let earlier = await account.store.calls
        _ = index
        await account.store.inject(.refusal(isRetryable: false)) { number in number > earlier }
        let report = try await desk.apply(plan, of: declaration, approvals: approvals)
        let leave = try #require(report.results.first { $0.change.action == .leave })
        guard case .skipped = leave.result else {
            Issue.record("bob lost a group before he got the other: \(leave.result)")
            return
        }
    }

    @Test("an interrupt ends the run between steps and says what is left")
    func interrupted() async throws {
        let (desk, account, declaration, plan, approvals) = try await ready()
        let earlier = await account.store.writes
        let report = try await desk.apply(
            plan, of: declaration, approvals: approvals, isInterrupted: { true })
        #expect(report.wasInterrupted)
        #expect(await account.store.writes == earlier)
        #expect(report.remaining.count == plan.changes.count)
        #expect(try await desk.apply(plan, of: declaration, approvals: approvals).remaining.isEmpty)
    }

    @Test("a refused plan is not applied, and an approval is taken down")
    func guards() async throws {
        let (desk, account) = memoryDesk()
        try await desk.bring(DesiredState((0..<6).map { Sample.user("u\($0)") }))
        let declaration = desk.declare(DesiredState((0..<4).map { Sample.user("u\($0)") }))
        let plan = try await desk.plan(declaration).plan
        let writes = await account.store.writes
        await #expect { try await desk.apply(plan, of: declaration) } throws: { error in
            guard case EngineError.refused(let refusals, _) = error else { return false }
            return refusals.map(\.rule) == [.removedObjects]
        }
        #expect(await account.store.writes == writes)
        _ = try await desk.apply(
            plan, of: declaration, approvals: [Approval(.removedObjects, plan.digest)])
        let entry = await account.ledger.audit().last { $0.event == "run started" }
        #expect(entry?.detail["approvals"]?.array == [.string("removed-objects=\(plan.digest)")])
    }

    @Test("protection is remembered by the ledger after the line is gone")
    func protection() async throws {
        let (desk, _) = memoryDesk()
        let group = DesiredObject(Address(.group, "oncall"), protect: "on call")
        let others = (0..<3).map { Sample.user("u\($0)") }
        try await desk.bring(DesiredState([group] + others))
        try await desk.bring(DesiredState([DesiredObject(Address(.group, "oncall"))] + others))
        let plan = try await desk.plan(desk.declare(DesiredState(others))).plan
        #expect(plan.refusals.map(\.rule).contains(.protected))
    }

    @Test("an apply that has nothing to change still records its commit")
    func recordsTheCommit() async throws {
        let (desk, _) = memoryDesk()
        try await desk.bring(Sample.before)
        let declaration = desk.declare(Sample.before)
        try await desk.bring(declaration)
        #expect(try await desk.applied().revision?.commit == declaration.revision.commit)
    }

    @Test("a held lease is refused, one of a dead process is taken over")
    func lease() async throws {
        let (desk, account) = memoryDesk()
        let holder = LeaseHolder(actor: "other@host", boot: "boot", processID: 9, processStart: "9")
        let lease = try await account.ledger.acquireLease(
            for: holder, nonce: "n", at: noon, seconds: 600, unless: { _ in false })
        let declaration = desk.declare(Sample.before)
        let plan = try await desk.plan(declaration).plan
        func apply(isGone: Bool) async throws -> ApplyReport {
            try await WritEngine.apply(
                plan, of: declaration, to: account.account, succession: { _ in .none }, approvals: [],
                environment: ApplyEnvironment(
                    holder: holder, run: "r", nonce: "m", now: { noon.advanced(by: 1) },
                    isGone: { _ in isGone }))
        }
        await #expect { try await apply(isGone: false) } throws: { error in
            guard case EngineError.store(.leaseHeld(let held)) = error else { return false }
            return held == lease
        }
        #expect(try await apply(isGone: true).remaining.isEmpty)
        #expect(await account.ledger.lease() == nil)
    }

    @Test("what cannot be read leaves no plan")
    func incomplete() async throws {
        let (desk, account) = memoryDesk()
        await account.store.hideState(because: "page 2 of 3 is missing")
        await #expect { try await desk.plan(desk.declare(Sample.before)) } throws: { error in
            guard case EngineError.incomplete(let reason) = error else { return false }
            return reason == "page 2 of 3 is missing"
        }
    }

    @Test("a store of another account leaves no plan")
    func wrongAccount() async throws {
        let account = InMemoryAccount(account: "somebody-else")
        let desk = Desk(account.account)
        await #expect { try await desk.plan(desk.declare(Sample.before)) } throws: { error in
            guard case EngineError.store(.wrongAccount("acme", "somebody-else")) = error else { return false }
            return true
        }
    }
}

struct ReleaseTests {
    private func environment(_ run: String) -> ApplyEnvironment {
        ApplyEnvironment(
            holder: LeaseHolder(actor: "a", boot: "b", processID: 1, processStart: "1"), run: run, nonce: run,
            now: { noon })
    }

    @Test("a released object stays live and is forgotten, with its edges and its protection")
    func released() async throws {
        let (desk, account) = memoryDesk()
        try await desk.bring(Sample.before)
        let live = try await desk.observed()
        try await release([Address(.group, "billing")], from: account.account, environment: environment("r1"))
        let owned = try await desk.applied()
        #expect(try await desk.observed() == live)
        #expect(owned.objects[Address(.group, "billing")] == nil)
        #expect(owned.memberships.keys.allSatisfy { $0.group != "billing" })
        #expect(owned.attachments.isEmpty)
        #expect(try await desk.drift().unmanaged == [Address(.group, "billing")])
    }

    @Test("nothing is released when one of the names is not managed")
    func notManaged() async throws {
        let (desk, account) = memoryDesk()
        try await desk.bring(Sample.before)
        let before = try await desk.applied()
        await #expect {
            try await release(
                [Address(.user, "alice"), Address(.user, "zoe")], from: account.account,
                environment: environment("r1"))
        } throws: { error in
            guard case EngineError.notManaged(["user/zoe"]) = error else { return false }
            return true
        }
        #expect(try await desk.applied() == before)
    }
}
