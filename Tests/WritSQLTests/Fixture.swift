import Testing
import WritModel
import WritPlan
import WritStore
import WritTestKit

@testable import WritSQL

/// A database in a folder of its own, and short words for what tests do with it.
final class Fixture: Sendable {
    let folder: TemporaryFolder
    let now = Instant(epochSeconds: 1_800_000_000)
    let holder = LeaseHolder(actor: "ann@host", boot: "boot", processID: 1, processStart: "1")

    init() throws {
        folder = try TemporaryFolder()
    }

    var path: String { folder.file("acme.db") }

    func open(busySeconds: Double = 5) async throws -> SQLiteAccount {
        try await SQLiteAccount.open(
            path: path, mode: .readWrite(account: "acme", lineage: "lineage"), busySeconds: busySeconds)
    }

    func openReadOnly() async throws -> SQLiteAccount {
        try await SQLiteAccount.open(path: path, mode: .readOnly, busySeconds: 0.1)
    }

    func editor() throws -> HandEditor { try HandEditor(path: path) }

    /// An account with the lease taken and a run begun.
    func begun(busySeconds: Double = 5) async throws -> (SQLiteAccount, FencingToken) {
        let account = try await open(busySeconds: busySeconds)
        let lease = try await account.acquireLease(
            for: holder, nonce: "n", at: now, seconds: 60, unless: { _ in false })
        let run = Run(
            id: "run", actor: "ann@host", startedAt: now, commit: nil, planDigest: nil, effectDigest: nil)
        try await account.begin(run, token: lease.token)
        return (account, lease.token)
    }

    func step(_ index: Int, _ address: Address, _ effect: Effect, given precondition: Precondition) -> Step {
        Step(
            run: "run", index: index, change: Change(address, effect, cause: .commit),
            precondition: precondition, inventory: [])
    }

    /// A step that makes a user of that name.
    func creation(_ index: Int, _ name: String, _ fields: FieldMap<Value> = [:]) -> Step {
        step(index, Address(.user, name), .create(fields), given: .absent)
    }

    /// A closed database with one user, `ann`, in one group, `dev`, who has one policy, `p`.
    func makeSmallAccount() async throws {
        let (account, token) = try await begun()
        let key = AttachmentKey(principal: Address(.user, "ann"), policy: .custom("p"))
        let document = PolicyDocument(["Version": "1.1", "Statement": []])
        let steps = [
            creation(0, "ann", [.displayName: .text("Ann")]),
            step(1, Address(.group, "dev"), .create([:]), given: .absent),
            step(2, Address(.policy, "p"), .create([.document: .document(document)]), given: .absent),
            step(3, Address(.agency, "ops"), .create([:]), given: .absent),
            step(4, Address(.passwordPolicy, "default"), .create([.history: .integer(3)]), given: .absent),
            step(5, Address(.group, "dev"), .join(Membership(user: "ann", group: "dev")), given: .absent),
            step(6, Address(.user, "ann"), .attach(key, expires: nil, replacing: nil), given: .absent),
        ]
        for step in steps {
            let outcome = try await account.execute(step, at: now, token: token)
            #expect(outcome.word == "done", "\(step.change.summary)")
        }
        if let lease = try await account.lease() { try await account.release(lease) }
        await account.close()
    }
}

extension Store {
    /// All of the account, which has to be complete.
    func state() async throws -> ObservedState {
        switch try await observe() {
        case .complete(let state, _): return state
        case .unknown(let reason):
            Issue.record("the observation is not complete: \(reason)")
            return ObservedState(account: nil)
        }
    }

    /// Why the account cannot be read as a whole; `nil` where it can.
    func problem() async throws -> String? {
        if case .unknown(let reason) = try await observe() { reason } else { nil }
    }
}

extension SQLiteAccount {
    /// Runs a script on the account's own connection.
    func run(script: String) throws {
        try writing(nil) { database throws(StoreError) in
            try database.run(script: "COMMIT; \(script); BEGIN")
        }
    }

    /// The answer of a pragma on the account's own connection.
    func pragma(_ name: String) throws -> String? {
        try reading { database throws(StoreError) in
            try database.first("PRAGMA \(name)") { row in row.text(0) } ?? nil
        } ?? nil
    }
}
