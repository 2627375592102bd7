import Testing
import WritModel
import WritPolicy
import WritTestKit

@Suite("decisions agree with the slow evaluator")
struct DecisionAgreementTests {
    /// One million pairs for each dialect, or what a debug build decides in some seconds.
    private static let rounds = isFullRun ? 250 : 5

    @Test("on random documents and requests near them", arguments: Dialect.allCases)
    func random(dialect: Dialect) async {
        let disagreements = await withTaskGroup(of: [String].self) { group in
            for round in 0..<Self.rounds {
                group.addTask { Self.round(UInt64(round), dialect) }
            }
            var all: [String] = []
            for await some in group { all += some }
            return all
        }
        for disagreement in disagreements.sorted().prefix(5) { Issue.record("\(disagreement)") }
        #expect(disagreements.count == 0)
    }

    @Test("a document by itself decides as a set of it does", arguments: Dialect.allCases)
    func withoutIndex(dialect: Dialect) {
        var random = SplitMix64(seed: 11)
        for _ in 0..<Self.rounds * 4 {
            let kind = random.pick([PolicyKind.identity, .resource, .trust])
            let options = ReadingOptions(flat: random.chance(8), literalVariables: random.chance(15))
            var policies = PolicyGenerator(dialect, kind: kind, random: SplitMix64(seed: random.next()))
            let documents = policies.documents()
            var requests = RequestGenerator(
                dialect, kind: kind, near: documents, random: SplitMix64(seed: random.next()))
            let readings = documents.map { readPolicy($0, dialect: dialect, kind: kind, options: options) }
            for reading in readings {
                let set = PolicySet([reading])
                for _ in 0..<20 {
                    let request = requests.request()
                    #expect(reading.decide(request) == set.decide(request))
                }
            }
        }
    }

    /// Forty lists of documents with a hundred requests each: 4,000 pairs.
    private static func round(_ seed: UInt64, _ dialect: Dialect) -> [String] {
        var random = SplitMix64(seed: seed &* 31 &+ 7)
        var found: [String] = []
        for _ in 0..<40 {
            let kind: PolicyKind = random.chance(70) ? .identity : random.pick([.resource, .trust])
            let options = ReadingOptions(flat: random.chance(8), literalVariables: random.chance(15))
            var policies = PolicyGenerator(dialect, kind: kind, random: SplitMix64(seed: random.next()))
            let documents = policies.documents()
            let set = PolicySet(
                documents.map { readPolicy($0, dialect: dialect, kind: kind, options: options) })
            let slow = SlowPolicies(documents, dialect: dialect, kind: kind, options: options)
            var requests = RequestGenerator(
                dialect, kind: kind, near: documents, random: SplitMix64(seed: random.next()))
            for _ in 0..<100 {
                let request = requests.request()
                guard set.decide(request).verdict != slow.verdict(request) else { continue }
                if found.count < 3 { found.append(describe(documents, request, dialect, kind, options)) }
                break
            }
        }
        return found
    }

    /// The disagreement made small, in words.
    private static func describe(
        _ documents: [JSONValue], _ request: Request, _ dialect: Dialect, _ kind: PolicyKind,
        _ options: ReadingOptions
    ) -> String {
        func verdicts(_ documents: [JSONValue], _ request: Request) -> (fast: Verdict, slow: Verdict) {
            let set = PolicySet(
                documents.map { readPolicy($0, dialect: dialect, kind: kind, options: options) })
            return (
                set.decide(request).verdict,
                slowVerdict(documents, dialect: dialect, kind: kind, options: options, request: request)
            )
        }
        let small = shrunk(documents, request) { documents, request in
            let both = verdicts(documents, request)
            return both.fast != both.slow
        }
        let both = verdicts(small.0, small.1)
        return """
            \(dialect) \(kind) \(options.flat ? "flat " : "")\(options.literalVariables ? "literal " : "")\
            decided \(both.fast), slowly \(both.slow): \(JSONValue.array(small.0).compactText) \(small.1)
            """
    }
}
