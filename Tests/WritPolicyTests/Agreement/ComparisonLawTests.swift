import Testing
import WritModel
import WritPolicy
import WritTestKit

@Suite("laws of comparison")
struct ComparisonLawTests {
    private static let count = isFullRun ? 1000 : 40

    @Test("nothing is gained over oneself, whatever the order, the repetition and the split of statements")
    func equal() {
        forEachList { list, pairs in
            let all = [pairs.document(list)]
            let same = [
                [pairs.document(list.reversed())], list.map { pairs.document([$0]) },
                [pairs.document(list + list)],
                [pairs.document(list.flatMap(Self.split))], all,
            ]
            for other in same {
                #expect(compared(all, other).isEquivalent, "\(JSONValue.array(all).compactText)")
            }
        }
    }

    @Test("an Allow more loses nothing, a Deny more gains nothing")
    func monotone() {
        forEachList { list, pairs in
            let old = [pairs.document(list)]
            let allowed = compared(old, [pairs.document(list + [pairs.statement("Allow")])])
            #expect(allowed.lost.verdict == false, "\(JSONValue.array(old).compactText)")
            let denied = compared(old, [pairs.document(list + [pairs.statement("Deny")])])
            #expect(denied.gained.verdict == false, "\(JSONValue.array(old).compactText)")
        }
    }

    @Test("what gains nothing over what gains nothing gains nothing")
    func transitive() {
        forEachList { list, pairs in
            let lists = [list, pairs.statements(), list + [pairs.statement("Deny")]].map {
                [pairs.document($0)]
            }
            for first in lists {
                for second in lists where compared(first, second).gained.verdict == false {
                    for third in lists where compared(second, third).gained.verdict == false {
                        #expect(compared(first, third).gained.verdict == false)
                    }
                }
            }
        }
    }

    private func forEachList(_ check: ([JSONValue], inout PolicyPairGenerator) -> Void) {
        for seed in 0..<UInt64(Self.count) {
            var pairs = PolicyPairGenerator(.aws, isFlat: false, random: SplitMix64(seed: seed))
            let list = pairs.statements()
            check(list, &pairs)
        }
    }

    private func compared(_ old: [JSONValue], _ new: [JSONValue]) -> AccessComparison {
        compare(
            old: PolicySet(old.map { readPolicy($0, dialect: .aws) }),
            new: PolicySet(new.map { readPolicy($0, dialect: .aws) }))
    }

    /// One statement for each listed action; a statement that excludes stays whole.
    private static func split(_ statement: JSONValue) -> [JSONValue] {
        guard let actions = statement["Action"]?.array, !actions.isEmpty else { return [statement] }
        return actions.map { statement.setting("Action", to: [$0]) }
    }
}
