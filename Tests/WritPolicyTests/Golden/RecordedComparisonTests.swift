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
