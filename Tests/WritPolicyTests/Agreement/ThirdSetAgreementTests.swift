import Testing
import WritModel
import WritPolicy
import WritTestKit

@Suite("comparisons that ask a third set agree with a slower search")
struct ThirdSetAgreementTests {
    /// 20,000 triples, or what a debug build compares in some seconds.
    @Test(arguments: 0..<(isFullRun ? 400 : 4))
    func `no request goes unreported, none is false`(_ seed: UInt64) throws {
        var random = SplitMix64(seed: seed &* 131 &+ 7)
        var found = [true: 0, false: 0]
        for _ in 0..<25 {
            let dialect = random.chance(70) ? .aws : random.pick(Dialect.allCases)
            var pairs = PolicyPairGenerator(
                dialect, kind: .identity, isFlat: false, random: SplitMix64(seed: random.next()))
            let (old, new) = pairs.pair()
            let third = random.chance(50) ? [pairs.document(pairs.statements())] : new
            for isWanted in [true, false] {
                let sets = [old, new, third].map { documents in
                    PolicySet(documents.map { readPolicy($0, dialect: dialect) })
                }
                let answer = gained(old: sets[0], new: sets[1], third: sets[2], isWanted: isWanted)
                let slow = slowGained(
                    old: old, new: new, third: (third, isWanted), dialect: dialect, search: .cells)
                let documents = [old, new, third].map { JSONValue.array($0).compactText }
                if let witness = answer.witness {
                    found[isWanted, default: 0] += 1
                    let verdicts = [old, new, third].map {
                        slowVerdict($0, dialect: dialect, request: witness)
                    }
                    #expect(verdicts[0] == .implicitDeny || verdicts[0] == .explicitDeny, "\(documents)")
                    #expect(verdicts[1] == .allowed, "\(documents)")
                    #expect(
                        (verdicts[2] == .allowed) == isWanted && verdicts[2] != .uncertain, "\(documents)")
                    if let slow { #expect(slow.possible != nil, "\(witness) \(documents)") }
                } else if answer.verdict == false, let slow {
                    #expect(slow.certain == nil, "\(isWanted) \(documents)")
                }
            }
        }
        // Otherwise the triples would say little.
        #expect(found.values.allSatisfy { $0 > 0 })
    }

    /// The finding of one statement may be given by the third set, and the next request not.
    @Test func `a request is found beside one that the third set decides otherwise`() {
        func set(_ statements: JSONValue) -> PolicySet {
            PolicySet([readPolicy(["Version": "2012-10-17", "Statement": statements], dialect: .aws)])
        }
        let nothing = set([])
        let everything = set([["Effect": "Allow", "Action": "*", "Resource": "*"]])
        let rest = set([
            ["Effect": "Allow", "Action": "*", "Resource": "*"],
            ["Effect": "Deny", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::secret/*"],
        ])
        let answer = gained(old: nothing, new: everything, third: rest, isWanted: false)
        #expect(answer.witness?.action.lowercased() == "s3:getobject")
        #expect(gained(old: nothing, new: rest, third: everything, isWanted: false).verdict == false)
        #expect(gained(old: rest, new: everything, third: everything, isWanted: true).verdict == true)
    }
}
