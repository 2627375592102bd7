import Testing
import WritModel
import WritPolicy
import WritTestKit

@Suite("edits of managed policies")
struct ManagedPolicyEditTests {
    /// Each policy of the corpus with a random edit of the recorded kinds, and with a second edit after that.
    @Test("successive edits are compared without an unknown, and witnesses replay")
    func decided() async throws {
        let policies = try managedPolicies()
        let chosen = policies.enumerated().filter { isFullRun || $0.offset % 10 == 0 }
        let faults = await withTaskGroup(of: [String].self) { group in
            for (index, policy) in chosen {
                group.addTask { Self.faults(policy.name, policy.document, seed: UInt64(index)) }
            }
            return await group.reduce(into: []) { $0 += $1 }
        }
        for fault in faults.sorted().prefix(5) { Issue.record("\(fault)") }
        #expect(faults.count == 0)
    }

    /// Variables are text: how they tie a resource to the context is another matter.
    private static let options = ReadingOptions(literalVariables: true)

    private static func faults(_ name: String, _ document: JSONValue, seed: UInt64) -> [String] {
        var random = SplitMix64(seed: seed &+ 2026)
        var faults: [String] = []
        var old = document
        for _ in 0..<2 {
            guard let edit = randomEdit(of: old, &random) else { break }
            let new = edit.applied(to: old)
            let sets = [old, new].map { PolicySet([readPolicy($0, dialect: .aws, options: options)]) }
            let answer = compare(old: sets[0], new: sets[1])
            for (side, refusing, allowing) in [(answer.gained, old, new), (answer.lost, new, old)] {
                guard side.verdict != nil else {
                    faults.append("\(edit.operation) \(edit.index) of \(name): unknown, \(side.unknown)")
                    continue
                }
                guard let witness = side.witness else { continue }
                let verdicts = [refusing, allowing].map {
                    slowVerdict([$0], dialect: .aws, options: options, request: witness)
                }
                if verdicts[0] == .allowed || verdicts[0] == .uncertain || verdicts[1] != .allowed {
                    faults.append("\(edit.operation) \(edit.index) of \(name): \(witness) is \(verdicts)")
                }
            }
            old = new
        }
        return faults
    }

    /// One of the recorded kinds of edits; `nil` where no statement is left.
    private static func randomEdit(of document: JSONValue, _ random: inout SplitMix64) -> RecordedEdit? {
        let statements = document["Statement"].map { $0.array ?? [$0] } ?? []
        guard !statements.isEmpty else { return nil }
        let index = random.below(statements.count)
        let actions = statements[index]["Action"].map { $0.array ?? [$0] } ?? []
        let position = random.below(actions.count)
        switch random.below(7) {
        case 0: return RecordedEdit("removeStatement", index: index)
        case 1 where !actions.isEmpty:
            return RecordedEdit(
                "addAction", index: index, value: random.pick(["s3:*", "iam:Get*", "ec2:RunInstances"]))
        case 2 where statements[index]["Resource"] != nil:
            let resource: [JSONValue] = ["*", "arn:aws:s3:::example/*", "arn:aws:iam::*:role/ops-*"]
            return RecordedEdit("setResource", index: index, value: random.pick(resource))
        case 3 where statements[index]["Condition"] != nil: return RecordedEdit("dropCondition", index: index)
        case 4 where !actions.isEmpty:
            let deny: JSONValue = ["Effect": "Deny", "Action": [actions[position]], "Resource": "*"]
            return RecordedEdit("addDeny", index: index, value: deny)
        case 5 where !actions.isEmpty:
            let text = actions[position].string ?? "*"
            let service = text.split(separator: ":").first.map(String.init) ?? "s3"
            return RecordedEdit(
                "replaceAction", index: index, position: position,
                value: .string(service + random.pick([":*", ":Get*", ":List*"])))
        default: return RecordedEdit("flipEffect", index: index)
        }
    }
}
