import Testing
import WritModel
import WritPolicy
import WritTestKit

/// AWS's own policies: long lists, NotAction, variables, all operators.
@Suite("canonical forms of AWS managed policies")
struct ManagedCanonicalTests {
    @Test("each means the same, and is printed the same again")
    func managed() throws {
        let policies = try managedPolicies()
        for (index, (name, document)) in policies.enumerated() where isFullRun || index % 40 == 0 {
            let canonical = try #require(canonicalPolicy(document, dialect: .aws).document, "\(name)")
            let sets = [document, canonical].map { PolicySet([readPolicy($0, dialect: .aws)]) }
            #expect(areEqual(sets[0], sets[1]), "\(name)")
            #expect(canonicalPolicy(canonical, dialect: .aws).document == canonical, "\(name)")
        }
    }

    @Test("what could be left out of them is proved again")
    func redundant() throws {
        var covered = 0
        for (index, (name, document)) in try managedPolicies().enumerated() where isFullRun || index % 40 == 0
        {
            let set = PolicySet([readPolicy(document, dialect: .aws)])
            let entries = redundantEntries(in: set)
            covered += entries.isEmpty ? 0 : 1
            for entry in entries {
                let shorter = PolicySet([
                    readPolicy(removing(entry.path.steps[...], from: document), dialect: .aws)
                ])
                #expect(areEqual(set, shorter), "\(name): \(entry)")
            }
        }
        if isFullRun { #expect(covered > 10) }
    }

    /// The value without the item at the end of a path.
    private func removing(_ steps: ArraySlice<ElementPath.Step>, from json: JSONValue) -> JSONValue {
        guard let step = steps.first else { return json }
        let rest = steps.dropFirst()
        switch (step, json) {
        case (.member(let name), .object(let members)):
            return .object(
                members.map { $0.name == name ? .init(name, removing(rest, from: $0.value)) : $0 })
        case (.item(let index), .array(var items)):
            if rest.isEmpty {
                items.remove(at: index)
            } else {
                items[index] = removing(rest, from: items[index])
            }
            return .array(items)
        default: return json
        }
    }
}
