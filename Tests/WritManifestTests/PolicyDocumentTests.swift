import Testing
import WritDiagnostics
import WritManifest
import WritModel

/// Documents as YAML, as JSON text and in files; rows B104, B105, B108 and B109 of the corpus.
@Suite struct PolicyDocumentTests {
    static let rows = [
        BadInput(
            "B104 case of an effect", mapped("Effect: ⟦allow⟧\nAction: ['a:b:c']"), "policy.effect",
            "`allow` is no effect", help: "write `Allow`"),
        BadInput(
            "B104 misspelt effect", mapped("Effect: ⟦Permit⟧"), "policy.effect", "`Permit` is no effect",
            help: "write `Allow` or `Deny`"),
        BadInput("no effect", mapped("⟦A⟧ction: ['a:b:c']"), "policy.effect", "has no `Effect`"),
        BadInput(
            "B105 empty statement", policy("document:\n  Statement: ⟦[]⟧"), "policy.statement",
            "`Statement` is empty"),
        BadInput(
            "B105 no statement", policy("⟦document⟧:\n  Version: '1.1'\n  X: a"), "policy.statement",
            "no `Statement`"),
        BadInput(
            "B105 empty action", mapped("Effect: Allow\nAction: ⟦[]⟧"), "policy.empty", "`Action` is empty"),
        BadInput("B105 blank action", mapped("Effect: Allow\nAction: [⟦\" \"⟧]"), "policy.empty", "`Action`"),
        BadInput(
            "B105 empty resource", mapped("Effect: Allow\nResource: ⟦\"\"⟧"), "policy.empty", "`Resource`"),
        BadInput(
            "B105 empty object form", mapped("Effect: Allow\nResource: {uri: ⟦[]⟧}"), "policy.empty",
            "`Resource`"),
        BadInput(
            "a statement that is a text", policy("document:\n  Statement: [⟦a⟧]"), "policy.shape",
            "a statement is an object"),
        BadInput(
            "statements that are a text", policy("document:\n  Statement: ⟦a⟧"), "policy.shape",
            "takes a list of statements"),
        BadInput(
            "a version that is a number",
            policy("document:\n  Version: ⟦1.1⟧\n  Statement: [{Effect: Deny}]"),
            "type.quote-it", "`1.1` is read as a number", help: "write `\"1.1\"`"),
        BadInput(
            "a null", mapped("Effect: Allow\nAction: ⟦null⟧"), "type.null", "has no value"),
        BadInput("nothing", mapped("Effect: Allow\n⟦Action⟧:"), "type.null", "has no value"),
        BadInput(
            "B108 duplicate key in YAML", mapped("Effect: Allow\n⟦Effect⟧: Deny"), "yaml.duplicate-key",
            "`Effect` stands twice"),
        BadInput(
            "B108 duplicate key in JSON", json(#"{"Statement": [{"Effect": "Allow", ⟦"Effect"⟧: "Deny"}]}"#),
            "policy.duplicate-key", "`Effect` stands twice"),
        BadInput(
            "B109 trailing comma", json("{\"Statement\": [\n  {\"Effect\": \"Allow\",⟦}⟧]}"), "policy.json",
            "this is not JSON"),
        BadInput("B109 comment", json("{⟦/⟧/ all\n}"), "policy.json", "quoted member name"),
        BadInput("B109 NaN", json("{\"a\": ⟦N⟧aN}"), "policy.json", "a value is due"),
        BadInput(
            "B109 huge number",
            json(#"{"Statement": {"Effect": "Allow", "Condition": {"NumberEquals": {"a": ⟦1e400⟧}}}}"#),
            "policy.json", "`1e400` is no whole number"),
        BadInput(
            "B109 deep", json(String(repeating: "[", count: 64) + "⟦[⟧" + String(repeating: "[", count: 935)),
            "policy.json", "64 levels"),
        BadInput(
            "an effect in JSON", json("{\"Statement\": [\n  {\"Effect\": ⟦\"Permit\"⟧}\n]}"), "policy.effect",
            "`Permit` is no effect"),
        BadInput(
            "a number in JSON", json("{\"Version\": ⟦1.1⟧, \"Statement\": {\"Effect\": \"Deny\"}}"),
            "type.quote-it", "`1.1` is not a text", help: "write `\"1.1\"`"),
        BadInput(
            "an escaped override in JSON",
            json(#"{"Statement": {"Effect": "Deny", "Sid": ⟦"\u202e"⟧}}"#), "text.bidi", "U+202E"),
        BadInput("a quoted text that is no JSON", policy("document: ⟦\"{\"⟧"), "policy.json", "not JSON"),
        BadInput("a plain text", policy("⟦document⟧: FullAccess"), "yaml.not-a-mapping", "a policy document"),
        BadInput("nothing at all", policy("⟦document⟧:"), "type.null", "has no value"),
        BadInput(
            "no document", policy("description: x").replacing("spec", with: "⟦spec⟧"), "schema.missing-field",
            "no `document` and no `documentFile`"),
        BadInput(
            "two documents", policy("document: {Statement: {Effect: Deny}}\n⟦documentFile⟧: a.json"),
            "schema.one-of", "exclude each other"),
        BadInput(
            "a path out of the repository", policy("documentFile: ⟦../../a.json⟧"), "policy.document-file",
            "does not lead to a file"),
        BadInput(
            "an absolute path", policy("documentFile: ⟦/etc/passwd⟧"), "policy.document-file",
            "does not lead to a file"),
        BadInput(
            "B099 a URL", policy("documentFile: ⟦file://a.json⟧"), "policy.document-file",
            "does not lead to a file"),
        BadInput(
            "another sort of file", policy("documentFile: ⟦a.txt⟧"), "policy.document-file",
            "neither JSON nor YAML"),
        BadInput(
            "a missing file", policy("documentFile: ⟦a.json⟧"), "policy.document-file",
            "no file `a.json` in the commit"),
    ]

    private static func mapped(_ statement: String) -> String {
        let lines = statement.split(separator: "\n").map { "      " + $0 }
        return policy("document:\n  Statement:\n    -" + lines.joined(separator: "\n").dropFirst(5))
    }

    private static func json(_ text: String) -> String {
        policy("document: |\n" + text.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n"))
    }

    @Test(arguments: rows) func `a bad document is reported once, where it is bad`(_ row: BadInput) {
        row.verify()
    }

    private static let expected = PolicyDocument([
        "Version": "1.1",
        "Statement": [
            [
                "Effect": "Allow", "Action": ["obs:bucket:get"],
                "Condition": ["Bool": ["g:MFAPresent": ["true"]], "NumberLessThan": ["obs:max": ["100"]]],
            ]
        ],
    ])

    @Test(
        arguments: [
            (
                "block YAML",
                """
                document:
                  Version: "1.1"
                  Statement:
                    - Effect: Allow
                      Action: [obs:bucket:get]
                      Condition:
                        Bool: {g:MFAPresent: true}
                        NumberLessThan: {obs:max: 100}
                """
            ),
            (
                "JSON as YAML",
                """
                document: {"Version": "1.1", "Statement": [{"Effect": "Allow",
                  "Action": ["obs:bucket:get"], "Condition": {"Bool": {"g:MFAPresent": "true"},
                  "NumberLessThan": {"obs:max": ["100"]}}}]}
                """
            ),
            (
                "JSON text",
                """
                document: |
                  {"Version": "1.1", "Statement": {"Effect": "Allow", "Action": "obs:bucket:get",
                   "Condition": {"Bool": {"g:MFAPresent": true}, "NumberLessThan": {"obs:max": 100}}}}
                """
            ),
        ]) func `a document is the same in every form`(_ form: String, _ spec: String) throws
    {
        let decoding = decode(["m.yaml": policy(spec)])
        #expect(decoding.diagnostics == [])
        let object = try #require(decoding.state.objects[Address(.policy, "x")])
        #expect(object.fields[.document] == .scalar(.document(Self.expected)))
    }

    @Test(arguments: ["p.json", "p.yaml", "./p.json", "../docs/p.json", "sub/../p.yml"])
    func `a document may stand in a file of the commit`(_ path: String) throws {
        let text = #"{"Version": "1.1", "Statement": [{"Effect": "Deny", "Action": ["*"]}]}"#
        let files = [
            "docs/m.yaml": policy("documentFile: \(path)"), "docs/p.json": text, "docs/p.yaml": text,
            "docs/p.yml": text,
        ].filter { $0.key == "docs/m.yaml" || path.hasSuffix(String($0.key.dropFirst(5))) }
        let decoding = decode(files)
        #expect(decoding.diagnostics == [])
        #expect(decoding.manifestCount == 1)
        let object = try #require(decoding.state.objects[Address(.policy, "x")])
        guard case .scalar(.document(let document))? = object.fields[.document] else {
            Issue.record("no document")
            return
        }
        #expect(document.text == text.replacing(": ", with: ":").replacing(", ", with: ","))
    }

    @Test func `a mistake in a document's file is reported there, once for all who name it`() {
        let document = MarkedText(
            "{\n  \"Statement\": [\n    {\"Effect\": ⟦\"Permit\"⟧}\n  ]\n}\n", file: "p.json")
        let files = [
            "a.yaml": Array(manifest(.policy, "documentFile: p.json", name: "a").utf8),
            "b.yaml": Array(manifest(.policy, "documentFile: p.json", name: "b").utf8),
            "p.json": document.bytes,
        ]
        let found = decode(files).diagnostics
        #expect(found.map(\.code) == ["policy.effect"])
        #expect(found.first?.span == document.spans.first)
    }

    @Test func `a manifest cannot be hidden by naming it as a document`() {
        let found = decode([
            "a.yaml": policy("documentFile: b.yaml"), "b.yaml": manifest(.user, "", name: "alice"),
        ]).diagnostics
        #expect(found.map(\.code) == ["policy.document-file"])
        #expect(found.first?.span?.description == "b.yaml:1:13")
    }
}
