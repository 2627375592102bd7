import Foundation
import Testing
import WritDigest
import WritModel
import WritPlan
import WritStore
import WritTestKit

@testable import WritSQL

/// How passwords are kept.
@Suite struct PasswordStoreTests {
    let fixture: Fixture
    let first = Secret(copying: passwordText(12).utf8)
    let second = Secret(copying: passwordText(13).utf8)

    init() throws { fixture = try Fixture() }

    private func set(
        _ account: SQLiteAccount, _ password: Secret, generation: Int? = 1, for user: String = "ann",
        token: FencingToken? = nil
    ) async throws -> PasswordOutcome {
        try await account.setPassword(
            password, for: user, by: .administrator(generation: generation, mustChange: true),
            at: fixture.now,
            cost: cheap, token: token)
    }

    @Test func `a password with the production cost is set and found right`() async throws {
        try await fixture.makeSmallAccount()
        let account = try await fixture.open()
        let outcome = try await account.setPassword(
            first, for: "ann", by: .administrator(generation: 1, mustChange: false), at: fixture.now)
        #expect(outcome == .done)
        #expect(
            try fixture.editor().text("SELECT hash FROM user_passwords")?.hasPrefix("$scrypt$ln=15,r=8,p=3$")
                == true)
        #expect(try await account.verifyPassword(first, of: "ann", at: fixture.now) == .ok)
        #expect(try await account.verifyPassword(second, of: "ann", at: fixture.now) == .wrong)
    }

    @Test func `plans see the generation of a password, and no change that its user makes`() async throws {
        try await fixture.makeSmallAccount()
        let account = try await fixture.open()
        let ann = Address(.user, "ann")
        var before = try await account.state()
        #expect(try await set(account, first, generation: 1) == .done)
        let after = try await account.state()
        let changed = try #require(after.objects[ann])
        #expect(
            changed.fields[.consoleInitialPassword] == .credential(DeclaredCredential(generation: 1)))
        #expect(changed.version != before.objects[ann]?.version)
        before.objects[ann]?.fields[.consoleInitialPassword] = .credential(DeclaredCredential(generation: 1))
        before.objects[ann]?.version = changed.version
        #expect(after == before)
        #expect(try await set(account, second, generation: nil) == .done)
        #expect(try await account.state() == after)
        #expect(
            try fixture.editor().integer("SELECT count(*) FROM user_password_history") == 1,
            "and it was written")
    }

    @Test func `no more of the earlier passwords are kept than the rules tell apart`() async throws {
        try await fixture.makeSmallAccount()
        let account = try await fixture.open()
        let editor = try fixture.editor()
        for (limit, generations) in [(3, 1...6), (1, 7...7), (0, 8...8), (24, 9...10)] {
            try editor.run("UPDATE password_policy SET history = \(limit)")
            for generation in generations {
                let password = Secret(copying: passwordText(20 + generation).utf8)
                #expect(try await set(account, password, generation: generation) == .done)
            }
            let kept = try editor.integer("SELECT count(*) FROM user_password_history")
            #expect(kept == (limit == 24 ? 2 : Int64(limit)), "history \(limit)")
        }
    }

    @Test func `a generation is set once, and never an earlier one`() async throws {
        try await fixture.makeSmallAccount()
        let account = try await fixture.open()
        #expect(try await set(account, first, generation: 2) == .done)
        for generation in [1, 2] {
            #expect(try await set(account, second, generation: generation) == .generationTaken(found: 2))
        }
        #expect(
            try await account.verifyPassword(first, of: "ann", at: fixture.now, cost: cheap) == .mustChange)
        #expect(try await set(account, second, generation: 3) == .done)
        // What the user does, and a reset that no manifest asks for, leave it.
        let third = Secret(copying: passwordText(14).utf8)
        let outcome = try await account.setPassword(
            third, for: "ann", by: .user, at: fixture.now, cost: cheap)
        #expect(outcome == .done)
        #expect(try await set(account, Secret(copying: passwordText(15).utf8), generation: nil) == .done)
        #expect(try fixture.editor().integer("SELECT generation FROM user_passwords") == 3)
    }

    @Test func `a user who is not there gets no password`() async throws {
        try await fixture.makeSmallAccount()
        let account = try await fixture.open()
        #expect(try await set(account, first, for: "bob") == .noSuchUser)
        #expect(
            try await account.verifyPassword(first, of: "bob", at: fixture.now, cost: cheap) == .noPassword)
        #expect(try fixture.editor().integer("SELECT count(*) FROM user_passwords") == 0)
    }

    @Test func `passwords go with their user, and stay with its id`() async throws {
        try await fixture.makeSmallAccount()
        let account = try await fixture.open()
        #expect(try await set(account, first) == .done)
        #expect(try await set(account, second, generation: 2) == .done)
        let editor = try fixture.editor()
        try editor.run("UPDATE users SET name = 'anna'")
        #expect(
            try await account.verifyPassword(second, of: "anna", at: fixture.now, cost: cheap) == .mustChange)
        // Foreign keys are off here.
        try editor.run("DELETE FROM memberships; DELETE FROM attachments; DELETE FROM users")
        for table in ["user_passwords", "user_password_history"] {
            #expect(try editor.integer("SELECT count(*) FROM \(table)") == 0, "\(table)")
        }
    }

    @Test func `a step that deletes a user deletes its passwords`() async throws {
        let (account, token) = try await fixture.begun()
        _ = try await account.execute(fixture.creation(0, "ann"), at: fixture.now, token: token)
        #expect(try await set(account, first, token: token) == .done)
        #expect(try await set(account, second, generation: 2, token: token) == .done)
        let user = try #require(try await account.state().objects[Address(.user, "ann")])
        let step = fixture.step(1, user.address, .delete(user.fields), given: .version(user.version))
        let outcome = try await account.execute(step, at: fixture.now, token: token)
        #expect(outcome.word == "done")
        for table in ["user_passwords", "user_password_history"] {
            #expect(try fixture.editor().integer("SELECT count(*) FROM \(table)") == 0, "\(table)")
        }
    }

    @Test func `without the lease that is held nothing is set`() async throws {
        let (account, token) = try await fixture.begun()
        _ = try await account.execute(fixture.creation(0, "ann"), at: fixture.now, token: token)
        if let lease = try await account.lease() { try await account.release(lease) }
        await #expect(throws: StoreError.leaseLost) { try await set(account, first, token: token) }
        #expect(try fixture.editor().integer("SELECT count(*) FROM user_passwords") == 0)
    }

    @Test func `what is prepared is not set once anything it was judged by has changed`() async throws {
        try await fixture.makeSmallAccount()
        let account = try await fixture.open()
        let editor = try fixture.editor()
        for change in [
            "UPDATE password_policy SET minimum_length = 20", "UPDATE users SET phone = '+86 1'",
            "INSERT INTO user_passwords SELECT id, 1, '\(Self.hash)', 0, 0 FROM users",
            "DELETE FROM user_passwords",
            "INSERT INTO user_password_history (user_id, hash, set_at) SELECT id, '\(Self.hash)', 0 FROM users",
            "UPDATE users SET name = 'anna'",
        ] {
            try editor.run("UPDATE password_policy SET minimum_length = 8")
            let preparation = try await account.preparePassword(
                first, for: "ann", by: .administrator(generation: 9, mustChange: false), at: fixture.now,
                salt: randomSalt(), cost: cheap)
            guard case .ready(let prepared) = preparation else {
                Issue.record("\(change): \(preparation)")
                continue
            }
            try editor.run(change)
            #expect(try await account.commit(prepared) == false, "\(change)")
            #expect(try editor.integer("SELECT count(*) FROM user_passwords WHERE generation = 9") == 0)
        }
    }

    /// Of another password.
    private static let hash = "$scrypt$ln=4,r=1,p=1$AAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"

    @Test(arguments: ["", "x", "$scrypt$ln=31,r=8,p=1$AAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA"])
    func `a hash that somebody wrote is an error, and costs nothing`(_ text: String) async throws {
        try await fixture.makeSmallAccount()
        let account = try await fixture.open()
        try fixture.editor().run("INSERT INTO user_passwords SELECT id, 1, '\(text)', 0, 0 FROM users")
        let error = StoreError.corrupt(place: fixture.path, reason: "a password's hash is none of ours")
        await #expect(throws: error) {
            try await account.verifyPassword(first, of: "ann", at: fixture.now, cost: cheap)
        }
        await #expect(throws: error) { try await set(account, first, generation: 2) }
    }

    @Test func `rules that cannot be read let nothing through`() async throws {
        try await fixture.makeSmallAccount()
        let account = try await fixture.open()
        try fixture.editor().run(
            "INSERT INTO password_policy_required_classes SELECT id, 'emoji' FROM password_policy")
        await #expect {
            try await set(account, first)
        } throws: { error in
            if case .corrupt? = error as? StoreError { true } else { false }
        }
    }

    @Test func `a cheap hash is made dearer when the password is at hand, and no version rises`() async throws
    {
        try await fixture.makeSmallAccount()
        let account = try await fixture.open()
        #expect(try await set(account, first) == .done)
        let before = try await account.state()
        let dearer = try #require(ScryptCost(logN: 4, blockSize: 1, parallelism: 1))
        let editor = try fixture.editor()
        let readOnly = try await fixture.openReadOnly()
        #expect(
            try await readOnly.verifyPassword(first, of: "ann", at: fixture.now, cost: dearer) == .mustChange)
        #expect(await readOnly.rowsWritten == 0)
        #expect(try await account.verifyPassword(second, of: "ann", at: fixture.now, cost: dearer) == .wrong)
        #expect(try editor.text("SELECT hash FROM user_passwords")?.contains("$ln=2,") == true)
        #expect(
            try await account.verifyPassword(first, of: "ann", at: fixture.now, cost: dearer) == .mustChange)
        #expect(try editor.text("SELECT hash FROM user_passwords")?.contains("$ln=4,") == true)
        #expect(
            try await account.verifyPassword(first, of: "ann", at: fixture.now, cost: dearer) == .mustChange)
        #expect(try await account.state() == before)
    }

    @Test func `the password itself is nowhere in the files`() async throws {
        try await fixture.makeSmallAccount()
        let account = try await fixture.open()
        let canary = "canary-9hQ2vZ7-xK4"
        #expect(try await set(account, Secret(copying: canary.utf8)) == .done)
        #expect(try await set(account, second, generation: 2) == .done)
        for name in fixture.folder.names {
            let bytes = try readBytes(fixture.folder.file(name))
            #expect(!bytes.contains("canary-9"), "\(name)")
        }
    }

    @Test func `of two who set the same generation at once one does`() async throws {
        try await fixture.makeSmallAccount()
        let accounts = [try await fixture.open(), try await fixture.open()]
        let outcomes = try await withThrowingTaskGroup(of: PasswordOutcome.self) { group in
            for (index, account) in accounts.enumerated() {
                let password = [first, second][index]
                group.addTask { try await self.set(account, password) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.count { $0 == .done } == 1, "\(outcomes)")
        #expect(outcomes.contains(.generationTaken(found: 1)), "\(outcomes)")
        #expect(try fixture.editor().integer("SELECT count(*) FROM user_password_history") == 0)
    }
}

extension SQLiteAccount {
    fileprivate func commit(_ prepared: PreparedPassword) throws(StoreError) -> Bool {
        try writing(nil) { database throws(StoreError) in try prepared.commit(in: database) }
    }
}

/// A file's bytes as a text in which ASCII can be looked for.
private func readBytes(_ path: String) throws -> String {
    try String(decoding: Array(Data(contentsOf: URL(fileURLWithPath: path))), as: UTF8.self)
}
