import Testing
import WritModel
import WritPolicy
import WritTestKit

@Suite("what accounts have in common is compared once")
struct SharedComparisonTests {
    private static let rounds = isFullRun ? 300 : 8

    /// Ten accounts a round: each principal by itself, all that it holds as one set, against all of them together.
    @Test("the same findings as principal by principal")
    func random() async {
        let outcome = await withTaskGroup(of: SharedOutcome.self) { group in
            for round in 0..<Self.rounds {
                group.addTask {
                    (0..<10).reduce(into: SharedOutcome()) { $0.check(UInt64(round * 10 + $1)) }
                }
            }
            return await group.reduce(into: SharedOutcome()) { $0.add($1) }
        }
        for fault in outcome.faults.sorted().prefix(5) { Issue.record("\(fault)") }
        #expect(outcome.faults.count == 0)
        // Otherwise the accounts would say little.
        #expect(outcome.changed * 3 > outcome.principals && outcome.unchanged * 50 > outcome.principals)
        #expect(outcome.refused * 20 > outcome.witnesses && outcome.refused * 2 < outcome.witnesses)
        #expect(outcome.open * 3 < outcome.principals)
    }
}
