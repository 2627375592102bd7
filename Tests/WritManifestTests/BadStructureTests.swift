import Testing
import WritDiagnostics
import WritManifest
import WritModel

/// Rows B031 to B059 and B075 to B076 of the corpus of bad inputs.
///
/// DESIGN §5 follows aliases inside the node budget, so B034 and B035 differ from the corpus.
@Suite struct BadStructureTests {
    private static let head = "apiVersion: writ/v1\nkind: Group\n"

    static let rows = [
        BadInput(
            "B031 duplicate key", group("members: []\n⟦members⟧: []"), "yaml.duplicate-key",
            "`members` stands twice", help: "keep one"),
        BadInput(
            "B032 duplicate by escape", group("members: []\n⟦\"memb\\x65rs\"⟧: []"), "yaml.duplicate-key",
            "`members` stands twice"),
        BadInput(
            "B033 case of a key", group("⟦Members⟧: []"), "schema.unknown-field", "no field `Members`",
            help: "did you mean `members`?"),
        BadInput(
            "B035 alias bomb", bomb, "yaml.node-count", "more than 200000 values"),
        BadInput(
            "B036 alias inside its anchor", group("members: &a [⟦*a⟧]"), "yaml.alias-cyclic",
            "inside the value"),
        BadInput(
            "B037 alias of nothing", group("members: ⟦*nope⟧"), "yaml.alias-undefined",
            "no anchor `&nope`"),
        BadInput(
            "B038 anchor twice", group("displayName: &a one\ndescription: ⟦&⟧a two"),
            "yaml.anchor-redefined", "`&a` stands twice"),
        BadInput(
            "B039 merge key", group("⟦<<⟧: {description: x}"), "yaml.merge-forbidden", "merge keys"),
        BadInput(
            "B040 tag", group("description: ⟦!!python/object/apply 'x'⟧"), "yaml.tag-forbidden",
            "python/object/apply"),
        BadInput(
            "B041 verbatim tag", group("description: ⟦!<tag:yaml.org,2002:bool> \"no\"⟧"),
            "yaml.tag-forbidden", "`!!bool`"),
        BadInput(
            "B042 version directive", "⟦%⟧YAML 1.1\n---\n" + group(""), "yaml.directive-forbidden",
            "directives"),
        BadInput(
            "B042 tag directive", "⟦%⟧TAG ! tag:x,2000:\n---\n" + group(""), "yaml.directive-forbidden",
            "directives"),
        BadInput(
            "B043 unknown version", "⟦%⟧YAML 3.0\n---\n" + group(""), "yaml.directive-forbidden",
            "directives"),
        BadInput(
            "B044 tab indentation", head + "metadata:\n⟦\t⟧name: x\n", "yaml.tab", "a tab stands",
            help: "indent with spaces"),
        BadInput(
            "B044 tab after spaces", head + "metadata:\n  name: x\nspec:\n  ⟦\t⟧members: []\n", "yaml.tab",
            "a tab stands"),
        BadInput(
            "B045 deep flow",
            String(repeating: "[", count: 64) + "⟦[⟧" + String(repeating: "[", count: 262_079),
            "yaml.depth", "more than 64 levels"),
        BadInput("B046 65 levels", nested(levels: 65), "yaml.depth", "more than 64 levels"),
        BadInput(
            "B047 long scalar", group("description: ⟦" + String(repeating: "a", count: 65_537) + "⟧"),
            "yaml.scalar-size", "65537 bytes"),
        BadInput(
            "B048 long key", group("⟦" + String(repeating: "k", count: 257) + "⟧: x"), "yaml.key-size",
            "257 bytes"),
        BadInput(
            "B048 key beyond libyaml's", group("⟦" + String(repeating: "k", count: 1_025) + "⟧: x"),
            "yaml.key-size", "a key of 1025 characters"),
        BadInput(
            "a key indented too far", head + "  ⟦metadata⟧: {name: x}\n", "yaml.syntax",
            "indented more than the keys above", help: "the same indentation"),
        BadInput(
            "B052 complex key", group("? ⟦[a, b]⟧\n: x"), "yaml.key-not-scalar", "a key has to be a text"),
        BadInput(
            "B053 unclosed flow", group("members: ⟦[⟧alice, bo"), "yaml.syntax", "`[` opened here",
            help: "end with `]`"),
        BadInput(
            "unclosed flow mapping", group("members: ⟦{⟧atLeast: []"), "yaml.syntax", "`{` opened here"),
        BadInput(
            "unclosed quote", group("description: ⟦\"⟧abc"), "yaml.syntax", "quote opened here"),
        BadInput(
            "unknown escape", group("description: \"a ⟦\\⟧q\""), "yaml.syntax", "no such escape"),
        BadInput(
            "second colon", group("description: a⟦:⟧ b"), "yaml.syntax", "a key cannot start here",
            help: "quote a text that holds `: `"),
        BadInput(
            "no colon", group("description: a\n⟦m⟧embers"), "yaml.syntax", "a `key: value` is due here"),
        BadInput(
            "dedented into nothing", group("members:\n    - a\n  ⟦-⟧ b"), "yaml.syntax", "does not fit"),
        BadInput(
            "a dash that starts no item", group("description: ⟦-⟧ a"), "yaml.syntax",
            "an item cannot start here",
            help: "quote the text"),
        BadInput(
            "reserved character", group("description: ⟦@⟧team"), "yaml.syntax", "`@` cannot start",
            help: "quote the text"),
        BadInput(
            "B055 after the end", group("") + "...\n⟦k⟧ind: x\n", "yaml.syntax",
            "after the end of the document", help: "---"),
        BadInput("B056 empty file", "⟦⟧", "manifest.empty", "no manifest"),
        BadInput("B056 comments only", "⟦⟧# nothing\n", "manifest.empty", "no manifest"),
        BadInput(
            "B058 a list", "⟦-⟧ a\n- b\n", "yaml.not-a-mapping", "a manifest is a mapping, not a list"),
        BadInput("B058 a scalar", "⟦a⟧\n", "yaml.not-a-mapping", "a manifest is a mapping, not a text"),
        BadInput(
            "B075 unknown field", group("⟦memebers⟧: []"), "schema.unknown-field", "no field `memebers`",
            help: "did you mean `members`?"),
        BadInput(
            "unknown field like no other", group("⟦colour⟧: red"), "schema.unknown-field", "`Group` has no",
            help: "`displayName`, `description`, `members`, `policies`"),
        BadInput(
            "unknown field in a section", user("console: {⟦enable⟧: true}"), "schema.unknown-field",
            "`console` has no field `enable`", help: "did you mean `enabled`?"),
        BadInput(
            "unknown field at the top", group("") + "⟦specs⟧: {}\n", "schema.unknown-field", "`specs`",
            help: "did you mean `spec`?"),
        BadInput(
            "B076 unknown kind", "apiVersion: writ/v1\nkind: ⟦Role⟧\nmetadata: {name: x}\n",
            "schema.unknown-kind", "no kind `Role`", help: "`User`, `Group`, `Policy`, `Agency`"),
        BadInput(
            "B076 misspelt kind", "apiVersion: writ/v1\nkind: ⟦Grop⟧\nmetadata: {name: x}\n",
            "schema.unknown-kind", "no kind `Grop`", help: "did you mean `Group`?"),
        BadInput(
            "B076 unknown version", "apiVersion: ⟦writ/v2⟧\nkind: Group\nmetadata: {name: x}\n",
            "schema.unknown-kind", "`writ/v2`", help: "`writ/v1`"),
        BadInput(
            "a configuration among manifests",
            "apiVersion: writ/v1\nkind: ⟦Configuration⟧\nmetadata: {name: x}\n",
            "schema.unknown-kind", "no kind", help: "only in `writ.yaml`"),
        BadInput(
            "no apiVersion", "⟦kind⟧: Group\nmetadata: {name: x}\n", "schema.missing-field",
            "the manifest has no `apiVersion`"),
        BadInput(
            "no kind", "⟦apiVersion⟧: writ/v1\nmetadata: {name: x}\n", "schema.missing-field", "no `kind`"),
        BadInput(
            "no metadata", "⟦apiVersion⟧: writ/v1\nkind: Group\n", "schema.missing-field", "no `metadata`"),
        BadInput(
            "no name", "apiVersion: writ/v1\nkind: Group\n⟦metadata⟧: {labels: {}}\n", "schema.missing-field",
            "`metadata` has no `name`"),
        BadInput(
            "spec without content", "apiVersion: writ/v1\nkind: Group\nmetadata: {name: x}\n⟦spec⟧:\n",
            "type.null", "`spec` has no value"),
        BadInput(
            "B099 include", group("⟦include⟧: ../../etc/passwd"), "schema.unknown-field", "`include`"),
        BadInput("B099 $ref", group("⟦$ref⟧: http://x/y"), "schema.unknown-field", "`$ref`"),
        BadInput(
            "B100 endpoint", group("⟦endpoint⟧: http://x/y"), "config.not-allowed-here", "`endpoint`",
            help: "flags or the environment"),
        BadInput(
            "B100 credentials", group("⟦credentials⟧: {a: b}"), "config.not-allowed-here", "`credentials`"),
        BadInput(
            "B100 guards", group("⟦guards⟧: {a: b}"), "config.not-allowed-here", "`guards`",
            help: "`writ.yaml`"),
    ]

    private static let bomb = group(
        "labels: &a0 [x,x,x,x,x,x,x,x,x,x]\n"
            + (1...9).map { level in
                let first = level == 5 ? "⟦*a4⟧" : "*a\(level - 1)"
                let items = first + String(repeating: ",*a\(level - 1)", count: 9)
                return "l\(level): &a\(level) [\(items)]"
            }.joined(separator: "\n"))

    /// A mapping of that many levels in all, under the manifest's own three.
    private static func nested(levels: Int) -> String {
        let keys = (1...levels).map { String(repeating: " ", count: $0 - 1) + "k:" }
        return keys.dropLast().joined(separator: "\n") + "\n" + String(repeating: " ", count: levels - 1)
            + "⟦k⟧: x\n"
    }

    @Test(arguments: rows) func `a bad structure is reported once, where it starts`(_ row: BadInput) {
        row.verify()
    }

    @Test func `B057 null documents are empty manifests`() {
        #expect(
            decode(["m.yaml": "---\n---\n"]).diagnostics.map(\.code) == ["manifest.empty", "manifest.empty"])
    }

    @Test func `B046 64 levels pass the reader`() {
        let keys = (1...64).map { String(repeating: " ", count: $0 - 1) + "k:" }
        let found = decode(["m.yaml": keys.joined(separator: "\n") + " x\n"]).diagnostics
        #expect(!found.contains { $0.code == "yaml.depth" })
    }

    @Test func `B049 nodes are counted`() {
        let values = String(repeating: "a,", count: 199_999)
        #expect(decode(["m.yaml": "[\(values)a]"]).diagnostics.map(\.code) == ["yaml.node-count"])
        let fewer = String(repeating: "a,", count: 199_998)
        #expect(decode(["m.yaml": "[\(fewer)a]"]).diagnostics.map(\.code) == ["yaml.not-a-mapping"])
    }

    @Test func `B050 documents are counted`() {
        let documents = (0...1_000).map { manifest(.group, "", name: "g\($0)") }
        let found = decode(["m.yaml": documents.joined(separator: "---\n")]).diagnostics
        #expect(found.map(\.code) == ["yaml.document-count"])
        let fewer = documents.dropLast().joined(separator: "---\n")
        #expect(decode(["m.yaml": fewer]).diagnostics == [])
    }

    @Test func `B051 a file over the limit is not read`() {
        let text = group("") + String(repeating: "#", count: 1 << 20)
        #expect(decode(["m.yaml": text]).diagnostics.map(\.code) == ["repo.file-size"])
    }

    @Test func `B034 an alias repeats its value`() throws {
        let text = group("displayName: &name Payments\ndescription: *name")
        let decoding = decode(["m.yaml": text])
        #expect(decoding.diagnostics == [])
        let object = try #require(decoding.state.objects.values.first)
        #expect(object.fields[.description] == .scalar(.text("Payments")))
    }

    @Test func `an alias may not make more levels than the limit`() {
        let levels = (1...8).map { level in
            let inner = level == 1 ? "x" : "*a\(level - 1)"
            return "a\(level): &a\(level) " + String(repeating: "[", count: 10) + inner
                + String(repeating: "]", count: 10)
        }
        let found = decode(["m.yaml": levels.joined(separator: "\n")]).diagnostics
        #expect(found.map(\.code) == ["yaml.depth"])
    }

    @Test func `a file of nothing but mistakes is told in 500 of them`() {
        for text in [
            group("members: [" + String(repeating: "no, ", count: 20_000) + "]"),
            String(repeating: "k: v\n", count: 20_000),
            policy(
                "document: {Statement: {Effect: Deny, Action: [" + String(repeating: "'', ", count: 20_000)
                    + "]}}"),
        ] {
            let codes = decode(["m.yaml": text]).diagnostics.map(\.code)
            #expect(codes.count >= 500 && codes.count < 510)
            #expect(codes.first == "manifest.too-many-errors")
        }
    }

    @Test func `a duplicate key names both places`() throws {
        let marked = MarkedText(group("⟦members⟧: []\nmembers: []"))
        let found = decode(["m.yaml": marked.bytes]).diagnostics
        #expect(found.first?.notes.first?.span == marked.spans.first)
    }

    @Test func `nesting as deep as the file is long is refused before it costs anything`() {
        let patterns = [
            String(repeating: "[", count: 1 << 18), String(repeating: "{a: ", count: 1 << 18),
            String(repeating: "- ", count: 1 << 18), String(repeating: "? ", count: 1 << 18),
        ]
        for pattern in patterns {
            let clock = ContinuousClock()
            let time = clock.measure { _ = decode(["m.yaml": pattern]) }
            // Without the stop libyaml alone takes over 25 s (quadratic); a debug build takes about 1 s.
            #expect(time < .seconds(8), "\(pattern.prefix(8)): \(time)")
        }
    }
}
