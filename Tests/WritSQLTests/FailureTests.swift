import Foundation
import Testing
import WritModel
import WritPlan
import WritStore
import WritTestKit

@testable import WritSQL

/// Databases that cannot be used: the error says what and where, and the file stays as it was.
@Suite struct FailureTests {
    let fixture: Fixture

    init() throws {
        fixture = try Fixture()
    }

    /// A file that cannot be opened, whoever asks.
    struct BadFile: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let make: @Sendable (Fixture) async throws -> Void
        let expected: @Sendable (String) -> StoreError
    }

    static let badFiles = [
        BadFile(
            testDescription: "a newer schema",
            make: {
                try await $0.makeSmallAccount()
                try $0.editor().run("PRAGMA user_version = 8")
            },
            expected: { .newerSchema(place: $0, found: 8, supported: 7) }),
        BadFile(
            testDescription: "somebody else's database",
            make: { try $0.editor().run("CREATE TABLE photos (id INTEGER)") },
            expected: { .notOurs(place: $0) }),
        BadFile(
            testDescription: "another application's mark",
            make: { try $0.editor().run("PRAGMA application_id = 7; CREATE TABLE users (id INTEGER)") },
            expected: { .notOurs(place: $0) }),
        BadFile(
            testDescription: "no database at all",
            make: { try Data(repeating: 65, count: 8192).write(to: URL(filePath: $0.path)) },
            expected: { .corrupt(place: $0, reason: "file is not a database") }),
        BadFile(
            testDescription: "a folder",
            make: {
                try FileManager.default.createDirectory(atPath: $0.path, withIntermediateDirectories: false)
            },
            expected: { .cannotOpen(place: $0, reason: "it is a folder") }),
    ]

    @Test(arguments: badFiles, [false, true])
    func `a file that is no account of ours is refused and left alone`(
        _ file: BadFile, readOnly: Bool
    ) async throws {
        try await file.make(fixture)
        let before = try? Data(contentsOf: URL(filePath: fixture.path))
        await #expect(throws: file.expected(fixture.path)) {
            _ = readOnly ? try await fixture.openReadOnly() : try await fixture.open()
        }
        #expect((try? Data(contentsOf: URL(filePath: fixture.path))) == before)
    }

    @Test func `a database of another account is refused and left alone`() async throws {
        try await fixture.makeSmallAccount()
        let before = try Data(contentsOf: URL(filePath: fixture.path))
        await #expect(throws: StoreError.wrongAccount(expected: "other", found: "acme")) {
            try await SQLiteAccount.open(
                path: fixture.path, mode: .readWrite(account: "other", lineage: "l"))
        }
        #expect(try Data(contentsOf: URL(filePath: fixture.path)) == before)
    }

    @Test func `a folder that does not exist is named`() async throws {
        let path = fixture.folder.file("missing/acme.db")
        await #expect(throws: StoreError.cannotOpen(place: path, reason: "unable to open database file")) {
            try await SQLiteAccount.open(path: path, mode: .readWrite(account: "acme", lineage: "l"))
        }
        let reader = try await SQLiteAccount.open(path: path, mode: .readOnly)
        #expect(try await reader.state().objects.isEmpty, "the first apply may make the folder")
    }

    @Test(arguments: ["users", "memberships", "inventory_objects", "audit"])
    func `a broken page is an error, not an empty table`(_ table: String) async throws {
        try await fixture.makeSmallAccount()
        let page = try #require(
            try fixture.editor().integer("SELECT rootpage FROM sqlite_schema WHERE name = '\(table)'"))
        var bytes = try Data(contentsOf: URL(filePath: fixture.path))
        let start = Int(page - 1) * 4096
        bytes.replaceSubrange(start..<start + 4096, with: repeatElement(0xEE, count: 4096))
        try bytes.write(to: URL(filePath: fixture.path))
        for readOnly in [true, false] {
            await #expect {
                let account = readOnly ? try await fixture.openReadOnly() : try await fixture.open()
                _ = try await account.observe()
                _ = try await account.applied()
                _ = try await account.audit()
            } throws: { error in
                guard case .corrupt(let place, _) = error as? StoreError else { return false }
                return place == fixture.path
            }
        }
    }

    @Test func `another program's lock is waited for, then named; nothing is lost`() async throws {
        let (account, token) = try await fixture.begun(busySeconds: 0.05)
        let other = try fixture.editor()
        try other.run("BEGIN EXCLUSIVE; INSERT INTO users (name) VALUES ('bob')")
        await #expect(throws: StoreError.busy(place: fixture.path)) {
            try await account.execute(fixture.creation(0, "ann"), at: fixture.now, token: token)
        }
        #expect(try await account.state().objects.isEmpty, "reading goes on meanwhile")
        try other.run("COMMIT")
        let outcome = try await account.execute(fixture.creation(0, "ann"), at: fixture.now, token: token)
        #expect(outcome.word == "done")
        #expect(Set(try await account.state().objects.keys.map(\.name)) == ["ann", "bob"])
    }

    @Test func `a full disk stops a step as a whole, and more space lets it through`() async throws {
        let (account, token) = try await fixture.begun()
        try await account.run(script: "PRAGMA max_page_count = 70")
        let long = String(repeating: "x", count: 250)
        var done = 0
        var failure: StoreError?
        while failure == nil, done < 10_000 {
            do throws(StoreError) {
                let step = fixture.creation(done, "u\(done)", [.description: .text(long)])
                _ = try await account.execute(step, at: fixture.now, token: token)
                done += 1
            } catch {
                failure = error
            }
        }
        #expect(failure == .full(place: fixture.path))
        #expect(done > 0)
        #expect(try await account.state().objects.count == done)
        #expect(try await account.audit().count == done + 1)
        #expect(firstBreak(in: try await account.audit()) == nil)
        try await account.run(script: "PRAGMA max_page_count = 1000000")
        let again = try await account.execute(
            fixture.creation(done, "u\(done)", [.description: .text(long)]), at: fixture.now, token: token)
        #expect(again.word == "done")
    }

    @Test func `a connection that may not write says so`() async throws {
        let (account, token) = try await fixture.begun()
        try await account.run(script: "PRAGMA query_only = 1")
        await #expect(throws: StoreError.readOnly(place: fixture.path)) {
            try await account.execute(fixture.creation(0, "ann"), at: fixture.now, token: token)
        }
        #expect(try await account.state().objects.isEmpty)
    }

    @Test func `a file that may not be written is named before anything is tried`() async throws {
        try await fixture.makeSmallAccount()
        chmod(fixture.path, 0o444)
        chmod(fixture.folder.path, 0o555)
        try asNobody {
            #expect(throws: StoreError.readOnly(place: fixture.path)) {
                let database = try Database(path: fixture.path, .readWrite, busyMilliseconds: 100)
                try Schema.prepare(database, account: "acme", lineage: "l")
            }
            let count = try ReadOnlyFile(path: fixture.path, busyMilliseconds: 100).read {
                database throws(StoreError) in
                try database.first("SELECT count(*) FROM users") { row in row.requiredInteger(0) }
            }
            #expect(count == 1, "it can still be read")
        }
        chmod(fixture.folder.path, 0o700)
    }

    /// Runs `body` without the super-user's right to write everything, which is a right of the thread.
    private func asNobody(_ body: () throws -> Void) throws {
        // Linux's own call, which the C library's Swift module leaves out.
        typealias SetUser = @convention(c) (uid_t) -> CInt
        let setUser = unsafeBitCast(try #require(dlsym(nil, "setfsuid")), to: SetUser.self)
        let user = setUser(65534)
        defer { _ = setUser(uid_t(user)) }
        try body()
    }

    @Test func `an account opened for reading refuses every write`() async throws {
        try await fixture.makeSmallAccount()
        let account = try await fixture.openReadOnly()
        await #expect(throws: StoreError.readOnly(place: fixture.path)) {
            try await account.acquireLease(
                for: fixture.holder, nonce: "n", at: fixture.now, seconds: 60, unless: { _ in false })
        }
    }

    @Test func `a row that somebody's trigger refuses is a step that failed, and the next goes on`()
        async throws
    {
        let (account, token) = try await fixture.begun()
        try fixture.editor().run(
            """
            CREATE TRIGGER meddle BEFORE INSERT ON user_console_protection
            BEGIN SELECT RAISE(ABORT, 'not today'); END
            """)
        let protected = fixture.creation(0, "ann", [.consoleProtection: .list([.word("sms")])])
        #expect(
            try await account.execute(protected, at: fixture.now, token: token)
                == .failed("the database refuses it: not today", isRetryable: false))
        let outcome = try await account.execute(fixture.creation(1, "bob"), at: fixture.now, token: token)
        #expect(outcome.word == "done")
        #expect(try await account.state().objects.keys.map(\.name) == ["bob"])
        #expect(try await account.audit().map(\.event) == ["run started", "step failed", "step done"])
    }

    @Test func `a trigger that rolls everything back is an error without any trace`() async throws {
        let (account, token) = try await fixture.begun()
        try fixture.editor().run(
            "CREATE TRIGGER meddle BEFORE INSERT ON users BEGIN SELECT RAISE(ROLLBACK, 'never'); END")
        let serial = try await account.applied().serial
        await #expect(throws: StoreError.refused(place: fixture.path, reason: "never")) {
            try await account.execute(fixture.creation(0, "ann"), at: fixture.now, token: token)
        }
        #expect(try await account.applied().serial == serial)
        #expect(try await account.audit().map(\.event) == ["run started"])
    }

    @Test func `a closed account says so`() async throws {
        let account = try await fixture.open()
        await account.close()
        await #expect(throws: StoreError.cannotOpen(place: fixture.path, reason: "it has been closed")) {
            try await account.observe()
        }
    }
}
