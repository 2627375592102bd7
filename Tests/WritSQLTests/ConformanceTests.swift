import Testing
import WritStore
import WritTestKit

@testable import WritSQL

@Suite struct ConformanceTests {
    @Test(arguments: StoreConformance.allCases)
    func `the SQLite store passes the script`(_ chapter: StoreConformance) async throws {
        let folder = try TemporaryFolder()
        let path = folder.file("acme.db")
        let account = try await SQLiteAccount.open(
            path: path, mode: .readWrite(account: "acme", lineage: "lineage"))
        try await chapter.run(
            on: ConformanceSubject(account: account.account) { try HandEditor(path: path).apply($0) })
    }

    @Test(arguments: StoreConformance.allCases)
    func `the in-memory store passes the script`(_ chapter: StoreConformance) async throws {
        let memory = InMemoryAccount()
        try await chapter.run(
            on: ConformanceSubject(account: memory.account) { await memory.store.edit($0) })
    }
}
