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
        // The shortest so far: a machine that was busy at first is not later.
        var seconds = whole.seconds
        var hits = 0
        var hitsOfStore = 0
        var done = 0

        // More rounds where too many ended after the apply, so that the number of hits is no matter of luck.
        while done < rounds
            || ((hits <= rounds / 4 || hitsOfStore <= rounds / 8) && done < rounds * 4)
        {
            let round = done
            done += 1
            try? FileManager.default.removeItem(atPath: sandbox.path + "/.writ")
            // Every third round kills the apply that repairs the first one as well.
            for _ in 0...(round % 3 == 2 ? 1 : 0) {
                // By turns anywhere between start and end, and while changes are being made.
                let delay = Double.random(in: 0...seconds, using: &random)
                let progress = Int.random(in: 1..<whole.errorBytes, using: &random)
                let killed =
                    round.isMultiple(of: 2)
                    ? try sandbox.writ("apply", "--auto-approve", seconds: delay)
                    : try sandbox.writ("apply", "--auto-approve", errorBytes: progress)
                #expect(killed.wasKilled || killed.code == 0, "\(killed.stderr)")
                hits += killed.wasKilled ? 1 : 0
                hitsOfStore += killed.wasKilled && killed.stderr.contains("done") ? 1 : 0
                let verified = try sandbox.writ("history", "--verify")
                #expect(verified.code == 0, "\(verified.stderr)")
            }
            let next = try sandbox.writ("apply", "--auto-approve")
            #expect(next.code == 0, "round \(round), seed \(seed): \(next.stderr)")
            seconds = min(seconds, next.duration / .seconds(1))
            try expectWhole(sandbox, like: whole, "round \(round), seed \(seed)")
        }
        print("kill -9: seed \(seed), \(hits) hit a running apply, \(hitsOfStore) of them while it wrote")
        #expect(hits > rounds / 4 && hitsOfStore > rounds / 8)
    }

    @Test(arguments: [["plan"], ["drift"], ["history", "--verify"], ["apply", "--auto-approve"]])
    func `a database whose making was killed is as good as none`(_ arguments: [String]) throws {
        let sandbox = try Sandbox(Example.first)
        try FileManager.default.createDirectory(
            atPath: sandbox.path + "/.writ", withIntermediateDirectories: false)
        for suffix in ["", "-journal"] {
            try sandbox.write("half made", to: ".writ/production.db.making-0123456789abcdef" + suffix)
        }
        let result = try sandbox.writ(arguments)
        #expect(result.code == (arguments == ["drift"] ? 1 : 0), "\(result.stderr)")
        let apply = try sandbox.writ("apply", "--auto-approve")
        #expect(apply.code == 0, "\(apply.stderr)")
    }

    /// What an apply comes to that nobody disturbs.
    private struct Whole {
        var seconds: Double
        /// How much it writes to standard error.
        var errorBytes: Int
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
            seconds: apply.duration / .seconds(1), errorBytes: apply.stderr.utf8.count, state: state,
            versions: try database.rows(Self.versions))
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
