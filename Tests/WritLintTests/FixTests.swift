import Testing
import WritDiagnostics
import WritLint
import WritManifest
import WritModel
import WritPolicy

/// Fixes are made in the text, each proved; what cannot be proved is not made.
@Suite struct FixTests {
    private let manifest = """
        apiVersion: writ/v1
        kind: Policy
        metadata: {name: p}  # the policy
        spec:
          document:
            Version: "1.1"
            Statement:
              - Effect: Allow
                # What the robot reads.
                Action: &read [ecs:servers:get, ecs:servers:list, ecs:servers:get]
              - {Effect: Deny, Action: *read, Resource: ["*"]}
        ---
        apiVersion: writ/v1
        kind: Policy
        metadata: {name: q}
        spec:
          document: |
            {"Version": "1.1", "Statement": [{"Effect": "Allow",
              "Action": ["ecs:servers:get", "ecs:servers:get"]}]}

        """

    private func files(_ text: String) -> FixableFiles {
        let file = ManifestFile(path: "a.yaml", bytes: Array(text.utf8))
        let decoding = decode(ParsedManifests(files: [parseFile(file)]), documents: [:])
        return FixableFiles(state: decoding.state, sources: decoding.sources, manifests: [file])
    }

    private func fix(_ edits: [DocumentEdit], _ name: String = "p", _ applicability: Applicability = .safe)
        -> Fix
    {
        Fix("mend", applicability, .document(edits, of: .init(.object(Address(.policy, name), .document))))
    }

    private func statement(_ number: Int) -> ElementPath {
        ElementPath().member("Statement").item(number)
    }

    private func after(_ fixes: [Fix], _ text: String? = nil) -> (String?, FixResult) {
        let result = apply(fixes, to: files(text ?? manifest))
        return (result.edits.first?.after.map { String(decoding: $0, as: UTF8.self) }, result)
    }

    @Test func `an item of an anchored list: what the alias repeats is written out`() {
        let (text, result) = after([fix([.remove(statement(0).member("Action").item(2))])])
        #expect(result.count == 1 && result.failures.isEmpty)
        #expect(
            text?.contains("Action: &read [ecs:servers:get, ecs:servers:list]") == true
                || text?.contains("Action: [ecs:servers:get, ecs:servers:list]") == true, "\(text ?? "")")
        #expect(text?.contains("# What the robot reads.") == true)
    }

    @Test func `in JSON text inside a manifest`() {
        let (text, result) = after([fix([.remove(statement(0).member("Action").item(1))], "q")])
        #expect(result.count == 1)
        #expect(text?.contains("\"Action\": [\"ecs:servers:get\"]}]}") == true, "\(text ?? "")")
    }

    @Test func `several fixes of one document, later items first`() {
        let (text, result) = after([
            fix([.remove(statement(0).member("Action").item(2))]), fix([.remove(statement(1))], "p", .unsafe),
        ])
        #expect(result.count == 2)
        #expect(text?.contains("Deny") == false)
    }

    @Test func `two that change the same: the first is made`() {
        let path = statement(0).member("Effect")
        let (text, result) = after([
            fix([.set(path, "Deny")], "p", .unsafe), fix([.remove(statement(0))], "p", .unsafe),
        ])
        #expect(result.count == 1)
        #expect(text?.contains("- Effect: Deny") == true)
    }

    @Test func `a safe fix that would change what is allowed is not made`() {
        let (text, result) = after([fix([.remove(statement(1))])])
        #expect(text == nil && result.count == 0)
        #expect(result.failures.map(\.diagnostic.message) == ["the fix would change more than it says"])
    }

    @Test func `one that cannot be proved does not hold the others back`() {
        let (text, result) = after([
            fix([.remove(statement(1))]), fix([.remove(statement(0).member("Action").item(2))]),
        ])
        #expect(result.count == 1 && result.failures.count == 1)
        #expect(text?.contains("Deny") == true)
    }

    @Test func `members are added, renamed and lists grow`() {
        let (text, result) = after([
            fix(
                [
                    .set(statement(0).member("Sid"), "Read"),
                    .rename(ElementPath().member("Version"), "version"),
                ], "q", .unsafe),
            fix(
                [.append(ElementPath().member("Statement"), ["Effect": "Deny", "Action": ["ecs:*:*"]])], "p",
                .unsafe),
        ])
        #expect(result.count == 2, "\(result.failures)")
        #expect(
            text?.contains("\"version\": \"1.1\"") == true && text?.contains("\"Sid\": \"Read\"") == true,
            "\(text ?? "")")
        #expect(text?.contains("ecs:*:*") == true)
    }

    @Test func `an object's manifest, others stay`() throws {
        let files = files(
            manifest + """
                ---
                apiVersion: writ/v1
                kind: User
                metadata: {name: u}
                spec:
                  policies: [p, q]  # both

                """)
        var user = try #require(files.state.objects[Address(.user, "u")])
        user.policies?.items.removeLast()
        let result = apply([Fix("take it out", .unsafe, .object(user))], to: files)
        let text = result.edits.first?.after.map { String(decoding: $0, as: UTF8.self) }
        #expect(text?.contains("policies: [p]  # both") == true, "\(text ?? "") \(result.failures)")
    }

    @Test func `the pure edit and the text say the same`() {
        let json: JSONValue = ["a": [1, 2, ["b": "c"]], "d": "e"]
        #expect(
            json.applying(.remove(ElementPath().member("a").item(1))) == ["a": [1, ["b": "c"]], "d": "e"])
        #expect(
            json.applying(.rename(ElementPath().member("d"), "f")) == ["a": [1, 2, ["b": "c"]], "f": "e"])
        #expect(
            json.applying(.set(ElementPath().member("a").item(2).member("g"), "h"))
                == ["a": [1, 2, ["b": "c", "g": "h"]], "d": "e"])
        #expect(
            json.applying(.append(ElementPath().member("a"), "x")) == [
                "a": [1, 2, ["b": "c"], "x"], "d": "e",
            ])
        #expect(json.applying(.remove(ElementPath().member("x"))) == json)
    }
}
