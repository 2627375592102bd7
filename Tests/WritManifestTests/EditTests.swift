import Testing
import WritManifest
import WritModel
import WritTestKit

/// Every sort of edit over texts that people write: the goldens show which lines change.
struct EditTests {
    @Test("edits of fields") func fields() { expect(EditTests.fieldRows, named: "edit-fields") }
    @Test("edits of lists") func lists() { expect(EditTests.listRows, named: "edit-lists") }
    @Test("edits of attachments") func attachments() {
        expect(EditTests.attachmentRows, named: "edit-attachments")
    }
    @Test("edits of documents") func documents() { expect(EditTests.documentRows, named: "edit-documents") }
    @Test("edits where a value is repeated") func aliases() {
        expect(EditTests.aliasRows, named: "edit-aliases")
    }
    @Test("edits of whole manifests") func manifests() {
        expect(EditTests.manifestRows, named: "edit-manifests")
    }

    private func expect(_ rows: [EditRow], named name: String) {
        expectGolden(
            rows.map { "# \($0.testDescription)\n\($0.diff())" }.joined(separator: "\n"), named: name)
    }
}

/// The group `x` with that spec, and the users that it may name.
func team(_ spec: String) -> String {
    (["alice", "bob", "carol"].map(named) + [group(spec)]).joined(separator: "---\n")
}

/// The group `x` with those policies, and the policies `p` and `q`.
func attached(_ policies: String) -> String {
    let document = "document: {Version: '1.1', Statement: [{Effect: Allow, Action: ['ecs:*:get']}]}"
    return (["p", "q"].map { manifest(.policy, document, name: $0) } + [group("policies: \(policies)")])
        .joined(separator: "---\n")
}

/// The policy `x` with that document.
func written(_ document: String) -> String {
    policy("document:\n" + document.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n"))
}

extension String {
    func replacingNewlines() -> String {
        split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    }

    func replacing(_ name: String, by other: String) -> String {
        split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0 == "  name: \(name)" ? "  name: \(other)" : String($0) }.joined(separator: "\n")
    }
}
