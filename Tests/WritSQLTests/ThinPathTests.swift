import Testing
import WritModel
import WritPlan
import WritStore

@testable import WritSQL

@Suite struct ThinPathTests {
    let folder = TemporaryFolder()
    let now = Instant(epochSeconds: 1_800_000_000)
    let holder = LeaseHolder(actor: "ann@host", boot: "b", processID: 1, processStart: "1")

    @Test func `a group is created, updated and settled`() async throws {
        let account = try await SQLiteAccount.open(
            path: folder.file("a.db"), mode: .readWrite(account: "acme", lineage: "L"))
        let lease = try await account.acquireLease(
            for: holder, nonce: "n", at: now, seconds: 60, unless: { _ in false })
        let run = Run(
            id: "r", actor: "ann@host", startedAt: now, commit: "c", planDigest: nil, effectDigest: nil)
        try await account.begin(run, token: lease.token)
        let address = Address(.group, "payments")
        let create = Step(
            run: "r", index: 0,
            change: Change(address, .create([.description: .text("x")]), cause: .commit),
            precondition: .absent,
            inventory: [
                .own(AppliedObject(address, id: "", provenance: Provenance(commit: "c", file: "f", line: 1)))
            ])
        try await account.intend([create], token: lease.token)
        let outcome = try await account.execute(create, at: now, token: lease.token)
        guard case .done(let version?, let id?) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        let update = Step(
            run: "r", index: 1,
            change: Change(
                address, .update([FieldChange(.description, before: .text("x"), after: .text("y"))]),
                cause: .commit),
            precondition: .version(version), inventory: [])
        let second = try await account.execute(update, at: now, token: lease.token)
        #expect(second.word == "done")
        guard case .complete(let state, _) = try await account.observe() else {
            Issue.record("unknown")
            return
        }
        #expect(state.objects[address]?.fields[.description] == .text("y"))
        #expect(state.objects[address]?.id == id)
        #expect(try await account.applied().objects[address]?.id == id)
        #expect(firstBreak(in: try await account.audit()) == nil)
        #expect(try await account.openEntries().isEmpty)
    }
}
