import Testing
import WritEngine
import WritModel
import WritPlan
import WritSQL
import WritStore
import WritTestKit

/// The properties again, through the real store: fewer cases, since every step is a durable transaction.
struct SQLitePropertyTests {
    @Test(
        "apply(diff(a, b)) turns a into b in SQLite, and applying twice is applying once",
        arguments: 0..<(isFullRun ? 100 : 10))
    func convergesInSQLite(seed: Int) async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/store.db"
        let sqlite = try await SQLiteAccount.open(
            path: path, mode: .readWrite(account: "acme", lineage: "lineage-\(seed)"))
        let desk = Desk(sqlite.account)
        var generator = StateGenerator(
            seed: UInt64(seed) &+ 5000, capabilities: sqlite.capabilities, asOf: noon.advanced(by: 86_400))
        let a = generator.state()
        let b = generator.mutated(from: a)
        try await desk.bring(a)
        let declaration = desk.declare(b)
        let report = try await desk.bring(declaration)
        #expect(report.remaining.map(\.summary) == [], "seed \(seed)")
        #expect(faults(of: try await desk.observed(), as: b, asOf: noon) == [], "seed \(seed)")

        let written = await sqlite.rowsWritten
        let again = try await desk.plan(declaration).plan
        #expect(again.changes.isEmpty, "seed \(seed)")
        #expect(try await desk.drift().items.isEmpty, "seed \(seed)")
        #expect(await sqlite.rowsWritten == written, "planning writes nothing")
        #expect(firstBreak(in: try await sqlite.audit()) == nil, "seed \(seed)")
        await sqlite.close()
    }
}
