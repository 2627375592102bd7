import Testing
import WritModel
import WritPlan
import WritStore

@testable import WritSQL

@Suite struct ConcurrencyTests {
    let fixture: Fixture

    init() throws {
        fixture = try Fixture()
    }

    @Test func `processes that make the same new database make one`() async throws {
        let lineages = try await withThrowingTaskGroup(of: String?.self) { group in
            for index in 0..<8 {
                group.addTask {
                    let account = try await SQLiteAccount.open(
                        path: fixture.path, mode: .readWrite(account: "acme", lineage: "lineage-\(index)"))
                    return try await account.applied().lineage
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(lineages.count == 8)
        #expect(Set(lineages).count == 1)
    }

    @Test func `of many who want the lease, one gets it`() async throws {
        _ = try await fixture.open()
        let winners = try await withThrowingTaskGroup(of: Int.self) { group in
            for index in 0..<8 {
                group.addTask {
                    let account = try await fixture.open()
                    do throws(StoreError) {
                        _ = try await account.acquireLease(
                            for: fixture.holder, nonce: "n\(index)", at: fixture.now, seconds: 60,
                            unless: { _ in false })
                        return 1
                    } catch .leaseHeld {
                        return 0
                    }
                }
            }
            return try await group.reduce(0, +)
        }
        #expect(winners == 1)
    }

    /// Four connections raise one number, each by reading it and writing one more at the version read.
    @Test func `no update is lost`() async throws {
        let (account, token) = try await fixture.begun()
        _ = try await account.execute(
            fixture.creation(0, "counter", [.accessKeysMax: .integer(0)]), at: fixture.now, token: token)
        let done = try await withThrowingTaskGroup(of: Int.self) { group in
            for client in 1...4 {
                group.addTask { try await raises(50, client: client, token) }
            }
            return try await group.reduce(0, +)
        }
        let counter = try await account.state().objects[Address(.user, "counter")]
        #expect(counter?.fields[.accessKeysMax] == .integer(done))
        #expect(done > 0)
        #expect(firstBreak(in: try await account.audit()) == nil)
    }

    /// How many of `count` tries to raise the number were done.
    private func raises(_ count: Int, client: Int, _ token: FencingToken) async throws -> Int {
        let account = try await fixture.open()
        let address = Address(.user, "counter")
        var done = 0
        for index in 0..<count {
            let live = try #require(await account.state().objects[address])
            guard case .integer(let value)? = live.fields[.accessKeysMax] else { return done }
            let change = FieldChange(.accessKeysMax, before: .integer(value), after: .integer(value + 1))
            let outcome = try await account.execute(
                fixture.step(
                    client * 1000 + index, address, .update([change]), given: .version(live.version)),
                at: fixture.now, token: token)
            if outcome.word == "done" { done += 1 }
        }
        return done
    }
}
