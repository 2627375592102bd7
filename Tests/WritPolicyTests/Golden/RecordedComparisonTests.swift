import Testing
import WritModel
import WritPolicy
import WritTestKit

@Suite("recorded comparisons")
struct RecordedComparisonTests {
    @Test("the slow evaluator gives the recorded decisions and witnesses of small pairs")
    func small() throws {
        let comparisons = try smallComparisons()
        #expect(comparisons.count == 900)
        for comparison in comparisons { expectRecorded(comparison) }
    }

    @Test("the slow evaluator replays the recorded witnesses of edited managed policies")
    func edits() throws {
        let comparisons = try editComparisons()
        #expect(comparisons.count == 248)
        for comparison in comparisons { expectRecorded(comparison) }
    }

    @Test("the comparison gives the recorded verdicts of small pairs, with witnesses that replay")
    func comparedSmall() throws {
        for comparison in try smallComparisons() { expectCompared(comparison) }
    }

    @Test("the comparison gives the recorded verdicts of edited managed policies, with witnesses that replay")
    func comparedEdits() throws {
        for comparison in try editComparisons() { expectCompared(comparison) }
    }

    /// The verdicts are the recorded ones, and witnesses are allowed on one side alone.
    private func expectCompared(_ comparison: RecordedComparison) {
        let old = PolicySet([readPolicy(comparison.old, dialect: .aws, options: comparison.options)])
        let new = PolicySet([readPolicy(comparison.new, dialect: .aws, options: comparison.options)])
        let answer = compare(old: old, new: new)
        #expect(answer.gained.verdict == comparison.gained, "\(comparison.name)")
        #expect(answer.lost.verdict == comparison.lost, "\(comparison.name)")
        let sides = [
            (answer.gained.witness, comparison.old, comparison.new),
            (answer.lost.witness, comparison.new, comparison.old),
        ]
        for (witness, refusing, allowing) in sides {
            guard let witness else { continue }
            let isAllowed = [refusing, allowing].map {
                slowVerdict([$0], dialect: .aws, options: comparison.options, request: witness) == .allowed
            }
            #expect(isAllowed == [false, true], "\(comparison.name): \(witness)")
        }
        for decision in comparison.decisions {
            #expect((old.decide(decision.request).verdict == .allowed) == decision.old, "\(comparison.name)")
            #expect((new.decide(decision.request).verdict == .allowed) == decision.new, "\(comparison.name)")
        }
    }

    /// Decisions and witnesses are what the recording says.
    private func expectRecorded(_ comparison: RecordedComparison) {
        func allows(_ document: JSONValue, _ request: Request) -> Bool {
            slowVerdict([document], dialect: .aws, options: comparison.options, request: request) == .allowed
        }
        #expect((comparison.gainedWitness != nil) == comparison.gained, "\(comparison.name)")
        #expect((comparison.lostWitness != nil) == comparison.lost, "\(comparison.name)")
        if let witness = comparison.gainedWitness {
            #expect(!allows(comparison.old, witness), "\(comparison.name): \(witness)")
            #expect(allows(comparison.new, witness), "\(comparison.name): \(witness)")
        }
        if let witness = comparison.lostWitness {
            #expect(allows(comparison.old, witness), "\(comparison.name): \(witness)")
            #expect(!allows(comparison.new, witness), "\(comparison.name): \(witness)")
        }
        for decision in comparison.decisions {
            #expect(
                allows(comparison.old, decision.request) == decision.old, "\(comparison.name): \(decision)")
            #expect(
                allows(comparison.new, decision.request) == decision.new, "\(comparison.name): \(decision)")
        }
    }
}
