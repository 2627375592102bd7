import Foundation
import Testing
import WritTestKit

/// `kill -9` at random points of an apply.
///
/// Twenty rounds, two hundred with `WRIT_FULL` in the environment; `WRIT_SEED` repeats the delays of a run,
/// though not where in the apply they end.
@Suite(.serialized) struct KillTests {
    @Test func `an apply that was killed is completed by the next one, and nothing is created twice`() throws
    {
        let variables = ProcessInfo.processInfo.environment
        let rounds = variables["WRIT_FULL"] == nil ? 20 : 200
        let seed = variables["WRIT_SEED"].flatMap { UInt64($0) } ?? UInt64.random(in: 0..<1_000_000)
        var random = SplitMix64(seed: seed)
        let sandbox = try Sandbox(Example.company)
        let whole = try undisturbed(sandbox)
        var hits = 0
        var hitsOfStore = 0

        for round in 0..<rounds {
            try? FileManager.default.removeItem(atPath: sandbox.path + "/.writ")
            // Every third round kills the apply that repairs the first one as well.
            for _ in 0...(round % 3 == 2 ? 1 : 0) {
                let delay = Double.random(in: 0...whole.seconds, using: &random)
                let killed = try sandbox.writ("apply", "--auto-approve", seconds: delay)
                #expect(killed.wasKilled || killed.code == 0 || isHalfMade(sandbox), "\(killed.stderr)")
                hits += killed.wasKilled ? 1 : 0
                hitsOfStore += killed.wasKilled && killed.stderr.contains("done") ? 1 : 0
                // See the known issue below.
                guard !isHalfMade(sandbox) else { continue }
                let verified = try sandbox.writ("history", "--verify")
                #expect(verified.code == 0, "\(verified.stderr)")
            }
            if isHalfMade(sandbox) { continue }
            let next = try sandbox.writ("apply", "--auto-approve")
            #expect(next.code == 0, "round \(round), seed \(seed): \(next.stderr)")
            try expectWhole(sandbox, like: whole, "round \(round), seed \(seed)")
        }
        print("kill -9: seed \(seed), \(hits) hit a running apply, \(hitsOfStore) of them while it wrote")
        #expect(hits > rounds / 4)
    }

    @Test(arguments: [["plan"], ["drift"], ["history", "--verify"], ["apply", "--auto-approve"]])
    func `a database whose making was killed is as good as none`(_ arguments: [String]) throws {
        let sandbox = try Sandbox(Example.first)
        try FileManager.default.createDirectory(
            atPath: sandbox.path + "/.writ", withIntermediateDirectories: false)
        // What a kill in SQLite's first transaction leaves: tables in the file, and beside it the journal
        // that takes them back. Copied from under an open transaction that is larger than its cache.
        let open = sandbox.folder + "/open.db"
        try Data().write(to: URL(fileURLWithPath: open))
        let database = try LiveDatabase(open)
        try database.run(
            """
            PRAGMA cache_size = 1; BEGIN IMMEDIATE; CREATE TABLE half (made BLOB);
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200)
            INSERT INTO half SELECT randomblob(500) FROM n
            """)
        for suffix in ["", "-journal"] {
            try FileManager.default.copyItem(atPath: open + suffix, toPath: sandbox.database + suffix)
        }
        try database.run("ROLLBACK")

        let result = try sandbox.writ(arguments)
        let apply = try sandbox.writ("apply", "--auto-approve")
        withKnownIssue("a reader opens the database read-only and so cannot take the transaction back") {
            #expect(result.code == 0, "\(result.stderr)")
            #expect(apply.code == 0, "\(apply.stderr)")
        }
    }

    /// Whether the kill has hit the making of the database itself.
    private func isHalfMade(_ sandbox: Sandbox) -> Bool {
        FileManager.default.fileExists(atPath: sandbox.database + "-journal")
    }

    /// What an apply comes to that nobody disturbs.
    private struct Whole {
        var seconds: Double
        var state: [String]
        var versions: [String]
    }

    private func undisturbed(_ sandbox: Sandbox) throws -> Whole {
        let apply = try sandbox.writ("apply", "--auto-approve")
        #expect(apply.code == 0, "\(apply.stderr)")
        let database = try LiveDatabase(sandbox.database)
        let state = try database.liveState()
        #expect(state.count > 150)
        return Whole(
            seconds: apply.duration / .seconds(1), state: state, versions: try database.rows(Self.versions))
    }

    private func expectWhole(_ sandbox: Sandbox, like whole: Whole, _ place: String) throws {
        let database = try LiveDatabase(sandbox.database)
        #expect(try database.liveState() == whole.state, "\(place)")
        // A row that was written again, or deleted and made again, has another version.
        #expect(try database.rows(Self.versions) == whole.versions, "\(place)")
        let doneTwice = try database.rows(
            "SELECT change FROM journal WHERE outcome = 'done' GROUP BY change HAVING count(*) > 1")
        #expect(doneTwice == [], "\(place)")
        #expect(try database.rows("SELECT * FROM journal WHERE outcome IS NULL") == [], "\(place)")
        #expect(try database.rows("SELECT * FROM lease") == [], "\(place)")
        let verified = try sandbox.writ("history", "--verify")
        #expect(verified.code == 0, "\(place): \(verified.stderr)")
    }

    private static let versions = """
        SELECT 'user', name, version FROM users UNION ALL SELECT 'group', name, version FROM groups
        UNION ALL SELECT 'policy', name, version FROM policies
        UNION ALL SELECT 'agency', name, version FROM agencies
        UNION ALL SELECT 'edges', sum(version), count(*) FROM memberships
        UNION ALL SELECT 'attachments', sum(version), count(*) FROM attachments ORDER BY 1, 2
        """
}
