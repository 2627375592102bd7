import Testing
import WritDigest
import WritModel
import WritStore
import WritTestKit

@testable import WritSQL

/// What a hash costs in tests: nothing.
let cheap = ScryptCost(logN: 2, blockSize: 1, parallelism: 1) ?? .standard

/// The table of passwords and rules, on a database.
@Suite struct PasswordTableTests {
    let fixture: Fixture

    init() throws { fixture = try Fixture() }

    @Test(arguments: PasswordRow.ofText + PasswordRow.ofTime)
    func `a password is held to the account's rules`(_ row: PasswordRow) async throws {
        let account = try await fixture.open()
        let editor = try fixture.editor()
        try editor.run(
            "INSERT INTO users (name, phone, email) VALUES ('alice', '+86 138 0000 1234', 'al.w@example.com')"
        )
        if let policy = row.policy {
            try editor.run(
                "INSERT INTO password_policy (name) VALUES ('default'); UPDATE password_policy SET \(policy)")
            for word in row.required {
                try editor.run(
                    "INSERT INTO password_policy_required_classes SELECT id, '\(word)' FROM password_policy")
            }
        }
        for event in row.before {
            switch event {
            case .given(let text, let minute, let mustChange):
                let setter = PasswordSetter.administrator(generation: nil, mustChange: mustChange)
                #expect(try await set(account, text, by: setter, minute) == .done)
            case .changed(let text, let minute):
                _ = try await set(account, text, by: .user, minute)
            case .rules(let assignments):
                try editor.run("UPDATE password_policy SET \(assignments)")
            }
        }
        switch row.attempt {
        case .change(let text, let minute):
            #expect(Self.expected(try await set(account, text, by: .user, minute)) == row.expected)
        case .reset(let text, let minute):
            let setter = PasswordSetter.administrator(generation: nil, mustChange: false)
            #expect(Self.expected(try await set(account, text, by: setter, minute)) == row.expected)
        case .login(let text, let minute):
            let verdict = try await account.verifyPassword(
                Secret(copying: text.utf8), of: "alice", at: PasswordRow.time(minute), cost: cheap)
            #expect(PasswordRow.Expected.verdict("\(verdict)") == row.expected)
        }
    }

    private func set(
        _ account: SQLiteAccount, _ text: String, by setter: PasswordSetter, _ minute: Int
    ) async throws -> PasswordOutcome {
        try await account.setPassword(
            Secret(copying: text.utf8), for: "alice", by: setter, at: PasswordRow.time(minute), cost: cheap)
    }

    private static func expected(_ outcome: PasswordOutcome) -> PasswordRow.Expected {
        switch outcome {
        case .done: .done
        case .refused(let violations): .refused(violations)
        default: .verdict("\(outcome)")
        }
    }

    @Test func `the table is as long as it has to be, and each row has a name`() {
        let names = (PasswordRow.ofText + PasswordRow.ofTime).map(\.testDescription)
        #expect(names.count >= 60)
        #expect(Set(names).count == names.count)
    }
}
