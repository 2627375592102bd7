import Foundation
import Testing
import WritModel
import WritStore
import WritTestKit

@testable import WritSQL

@Suite struct ReadOnlyTests {
    let fixture: Fixture
    /// What is known of an account that does not exist yet: the policies it will be made with.
    let nothing = ObservedState(account: nil, systemPolicies: SystemPolicies.all)

    init() throws {
        fixture = try Fixture()
    }

    @Test func `a file that does not exist is an empty account and is not made`() async throws {
        let account = try await fixture.openReadOnly()
        #expect(try await account.state() == nothing)
        #expect(try await account.applied() == AppliedState())
        #expect(try await account.lease() == nil)
        #expect(try await account.audit().isEmpty)
        #expect(try await account.openEntries().isEmpty)
        #expect(fixture.folder.names == [])
    }

    @Test func `an empty file is an empty account and stays empty`() async throws {
        try Data().write(to: URL(filePath: fixture.path))
        #expect(try await fixture.openReadOnly().state() == nothing)
        #expect(try Data(contentsOf: URL(filePath: fixture.path)).isEmpty)
        #expect(fixture.folder.names == ["acme.db"])
    }

    @Test func `reading leaves nothing behind and changes nothing`() async throws {
        try await fixture.makeSmallAccount()
        let before = try FileManager.default.attributesOfItem(atPath: fixture.path)
        let bytes = try Data(contentsOf: URL(filePath: fixture.path))
        let account = try await fixture.openReadOnly()
        #expect(try await account.state().objects.count == 5)
        #expect(try await account.state().account == "acme")
        #expect(try await account.applied().lineage == "lineage")
        #expect(await account.rowsWritten == 0)
        #expect(fixture.folder.names == ["acme.db"])
        #expect(try Data(contentsOf: URL(filePath: fixture.path)) == bytes)
        let after = try FileManager.default.attributesOfItem(atPath: fixture.path)
        #expect(after[.modificationDate] as? Date == before[.modificationDate] as? Date)
    }

    @Test func `reading while a writer is at work sees what it has committed`() async throws {
        let (writer, token) = try await fixture.begun()
        _ = try await writer.execute(fixture.creation(0, "ann"), at: fixture.now, token: token)
        let reader = try await fixture.openReadOnly()
        #expect(try await reader.state().objects.count == 1)
        _ = try await writer.execute(fixture.creation(1, "bob"), at: fixture.now, token: token)
        #expect(try await reader.state() == (try await writer.state()))
    }

    @Test func `reading after a writer died sees what it had committed`() async throws {
        let (writer, token) = try await fixture.begun()
        _ = try await writer.execute(fixture.creation(0, "ann"), at: fixture.now, token: token)
        let copy = fixture.folder.file("copy.db")
        for end in ["", "-wal"] {
            try FileManager.default.copyItem(atPath: fixture.path + end, toPath: copy + end)
        }
        let log = try Data(contentsOf: URL(filePath: copy + "-wal"))
        let reader = try await SQLiteAccount.open(path: copy, mode: .readOnly)
        #expect(try await reader.state().objects.count == 1)
        #expect(try Data(contentsOf: URL(filePath: copy + "-wal")) == log)
    }

    @Test func `a transaction that was cut off and that only a writer can take back is named`() async throws {
        try await fixture.makeSmallAccount()
        let editor = try fixture.editor()
        try editor.run(
            """
            PRAGMA journal_mode = DELETE; PRAGMA cache_size = 1; BEGIN IMMEDIATE;
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200)
            INSERT INTO users (name, description) SELECT i, hex(randomblob(500)) FROM n
            """)
        let copy = fixture.folder.file("copy.db")
        for end in ["", "-journal"] {
            try FileManager.default.copyItem(atPath: fixture.path + end, toPath: copy + end)
        }
        await #expect {
            _ = try await SQLiteAccount.open(path: copy, mode: .readOnly)
        } throws: { error in
            guard case .cannotOpen(copy, let reason) = error as? StoreError else { return false }
            return reason.hasPrefix("a program was killed while it wrote")
        }
        let writer = try await SQLiteAccount.open(
            path: copy, mode: .readWrite(account: "acme", lineage: "l"))
        #expect(try await writer.state().objects.count == 5)
    }

    @Test func `a read that a writer overtakes is made again`() async throws {
        try await fixture.makeSmallAccount()
        let file = ReadOnlyFile(path: fixture.path, busyMilliseconds: 100)
        var counts: [Int64] = []
        let last = try file.read { database throws(StoreError) in
            if counts.isEmpty {
                do {
                    try fixture.editor().run("INSERT INTO users (name) VALUES ('bob')")
                } catch {
                    Issue.record(error)
                }
            }
            let count = try database.first("SELECT count(*) FROM users") { row in row.requiredInteger(0) }
            counts.append(count ?? 0)
            return count
        }
        #expect(last == .some(2))
        #expect(counts.count == 2)
    }
}
