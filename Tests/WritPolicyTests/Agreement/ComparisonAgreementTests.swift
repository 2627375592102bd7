import Testing
import WritModel
import WritPolicy
import WritTestKit

@Suite("comparisons agree with slower searches")
struct ComparisonAgreementTests {
    /// 100,000 pairs, or what a debug build compares in some seconds.
    private static let rounds = isFullRun ? 2000 : 6

    /// Two searches in one: all texts over two letters, and all cells of every dimension.
    @Test("no difference goes unreported, none is false")
    func random() async {
        let outcomes = await withTaskGroup(of: Outcome.self) { group in
            for round in 0..<Self.rounds {
                group.addTask { Self.round(UInt64(round)) }
            }
            return await group.reduce(into: Outcome()) { $0.add($1) }
        }
        for fault in outcomes.faults.sorted().prefix(5) { Issue.record("\(fault)") }
        #expect(outcomes.faults.count == 0)
        // Otherwise the pairs would say little.
        #expect(outcomes.differences * 5 > outcomes.directions)
        #expect(outcomes.differences * 5 < outcomes.directions * 4)
        #expect(outcomes.skipped * 50 < outcomes.directions)
        #expect(outcomes.givenUp * 1000 <= outcomes.directions)
    }

    private struct Outcome {
        var directions = 0
        var differences = 0
        /// Directions with too many cells.
        var skipped = 0
        /// Directions that the comparison gave up for their number of cases.
        var givenUp = 0
        var faults: [String] = []

        mutating func add(_ other: Outcome) {
            directions += other.directions
            differences += other.differences
            skipped += other.skipped
            givenUp += other.givenUp
            faults += other.faults
        }
    }

    /// Fifty pairs.
    private static func round(_ seed: UInt64) -> Outcome {
        var random = SplitMix64(seed: seed &* 101 &+ 3)
        var outcome = Outcome()
        for _ in 0..<50 {
            let subject = Subject(
                dialect: random.chance(70) ? .aws : random.pick(Dialect.allCases),
                kind: random.chance(85) ? .identity : .resource,
                options: ReadingOptions(flat: random.chance(50), literalVariables: random.chance(20)))
            var pairs = PolicyPairGenerator(
                subject.dialect, kind: subject.kind, isFlat: subject.options.flat,
                random: SplitMix64(seed: random.next()))
            let (old, new) = pairs.pair()
            let answer = subject.compared(old, new)
            for (old, new, answer) in [(old, new, answer.gained), (new, old, answer.lost)] {
                outcome.directions += 1
                if answer.verdict == true { outcome.differences += 1 }
                let cells = subject.searched(old, new, .cells)
                if cells == nil { outcome.skipped += 1 }
                if answer.verdict == nil && Subject.hasTooManyCases(answer) { outcome.givenUp += 1 }
                guard let fault = subject.fault(old, new, answer, cells), outcome.faults.count < 2 else {
                    continue
                }
                var budget = 300
                let small = shrunk(old, new) { old, new in
                    budget -= 1
                    // Of the same kind.
                    return budget > 0 && subject.fault(old, new)?.prefix(9) == fault.prefix(9)
                }
                outcome.faults.append(subject.describe(small.old, small.new))
            }
        }
        return outcome
    }

    /// What one pair is read as.
    private struct Subject {
        let dialect: Dialect
        let kind: PolicyKind
        let options: ReadingOptions

        func compared(_ old: [JSONValue], _ new: [JSONValue]) -> AccessComparison {
            let sets = [old, new].map { documents in
                PolicySet(documents.map { readPolicy($0, dialect: dialect, kind: kind, options: options) })
            }
            return compare(old: sets[0], new: sets[1])
        }

        static func hasTooManyCases(_ answer: ComparisonAnswer) -> Bool {
            answer.unknown.contains { if case .tooManyCases = $0 { true } else { false } }
        }

        func searched(_ old: [JSONValue], _ new: [JSONValue], _ search: SlowSearch) -> SlowDifference? {
            slowGained(old: old, new: new, dialect: dialect, kind: kind, options: options, search: search)
        }

        /// What is wrong with the answer about what is gained; `nil` where nothing is.
        func fault(_ old: [JSONValue], _ new: [JSONValue]) -> String? {
            fault(old, new, compared(old, new).gained, searched(old, new, .cells))
        }

        func fault(
            _ old: [JSONValue], _ new: [JSONValue], _ answer: ComparisonAnswer, _ cells: SlowDifference?
        ) -> String? {
            let found = [searched(old, new, .enumeration(length: options.flat ? 4 : 2)), cells].compactMap(
                \.self)
            switch answer.verdict {
            case true?:
                guard let witness = answer.witness else { return "a difference without a witness" }
                let verdicts = [old, new].map {
                    slowVerdict($0, dialect: dialect, kind: kind, options: options, request: witness)
                }
                guard verdicts[1] == .allowed, verdicts[0] != .allowed, verdicts[0] != .uncertain else {
                    return "the witness \(witness) is \(verdicts[0]) before and \(verdicts[1]) after"
                }
                if found.count == 2 && found[1].possible == nil {
                    return "the slow search by cells misses \(witness)"
                }
            case false?:
                if let missed = found.compactMap(\.certain).first { return "no difference, but \(missed)" }
            case nil:
                if Self.hasTooManyCases(answer) { return nil }
                if found.allSatisfy({ $0.possible == nil }) && found.count == 2 {
                    return "unknown (\(answer.unknown)), though nothing can differ"
                }
                if dialect == .aws { return "unknown: \(answer.unknown)" }
            }
            return nil
        }

        func describe(_ old: [JSONValue], _ new: [JSONValue]) -> String {
            """
            \(dialect) \(kind)\(options.flat ? " flat" : ""): \(fault(old, new) ?? "?")
            old \(JSONValue.array(old).compactText)
            new \(JSONValue.array(new).compactText)
            """
        }
    }
}
