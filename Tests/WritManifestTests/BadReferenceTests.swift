import Testing
import WritDiagnostics
import WritManifest
import WritModel

/// Rows B077 to B082 of the corpus of bad inputs, and the agreement of memberships (DESIGN §5).
@Suite struct BadReferenceTests {
    /// A mistake between files: `⟦…⟧` is the place of the diagnostic, `⟪…⟫`'s stand-in the note's.
    struct Row: CustomTestStringConvertible {
        var name: String
        /// The documents of one file; the first mark is the diagnostic's place, the second its note's.
        var documents: [String]
        var code: String
        var message: String
        var help: String?
        var noteFirst = false
        var severity = Severity.error

        var testDescription: String { name }
    }

    static let rows = [
        Row(
            name: "B077 one object twice", documents: [named("⟦a⟧"), named("⟦a⟧")], code: "object.duplicate",
            message: "`user/a` is declared twice", noteFirst: true),
        Row(
            name: "B078 names equal but for case", documents: [named("⟦Ops⟧"), named("⟦ops⟧")],
            code: "object.duplicate-folded", message: "`user/ops` and `user/Ops` differ only in case",
            noteFirst: true),
        Row(
            name: "B079 undeclared member", documents: [group("members: [⟦alice⟧]"), named("alica")],
            code: "ref.missing", message: "no `user/alice`", help: "did you mean `alica`?"),
        Row(
            name: "B079 member like no other", documents: [group("members: [⟦alice⟧]"), named("bob")],
            code: "ref.missing", message: "no `user/alice`", help: "`{external: alice}`"),
        Row(
            name: "B079 undeclared group", documents: [user("groups: [⟦ops⟧]")], code: "ref.missing",
            message: "no `group/ops`"),
        Row(
            name: "B081 undeclared policy", documents: [group("policies: [⟦audit⟧]")], code: "ref.missing",
            message: "no `policy/audit`"),
        Row(
            name: "B081 a system policy by its bare name",
            documents: [group("policies: [⟦Agent Operator⟧]")], code: "ref.missing",
            message: "no `policy/Agent Operator`", help: "`{system: Agent Operator}`"),
        Row(
            name: "B081 unknown system policy",
            documents: [group("policies: [⟦{system: IAM ReadOnlyAcces}⟧]")], code: "ref.unknown-system",
            message: "known in 2026-11", help: "did you mean `IAM ReadOnlyAccess`?", severity: .warning),
        Row(
            name: "external but declared",
            documents: [group("members: [⟦{external: alice}⟧]"), named("⟦alice⟧")],
            code: "ref.not-external", message: "`user/alice` is declared", help: "write `alice`"),
        Row(
            name: "B082 formerly a declared name",
            documents: [renamed("⟦old⟧"), manifest(.group, "", name: "⟦old⟧")], code: "rename.conflict",
            message: "`group/old` is still declared"),
        Row(
            name: "B082 one name claimed twice",
            documents: [renamed("⟦old⟧"), renamed("⟦old⟧", name: "z")], code: "rename.conflict",
            message: "cannot have become two", noteFirst: true),
        Row(
            name: "formerly itself", documents: [renamed("⟦new⟧")], code: "rename.conflict",
            message: "was not formerly itself"),
        Row(
            name: "an exact group's member whose exact groups lack it",
            documents: [group("members: [⟦u⟧]"), manifest(.user, "⟦groups⟧: []", name: "u")],
            code: "edges.disagree",
            message: "`user/u` is put in `group/x` at one end and ruled out at the other"),
        Row(
            name: "a user's group whose exact members lack it",
            documents: [group("⟦members⟧: []"), manifest(.user, "groups: {atLeast: [⟦x⟧]}", name: "u")],
            code: "edges.disagree", message: "`user/u` is put in `group/x` at one end",
            noteFirst: true),
        Row(
            name: "at least here, none there",
            documents: [
                group("members: {atLeast: [⟦u⟧]}"), manifest(.user, "groups: {none: [⟦x⟧]}", name: "u"),
            ],
            code: "edges.disagree", message: "ruled out at the other"),
    ]

    private static func renamed(_ former: String, name: String = "new") -> String {
        "apiVersion: writ/v1\nkind: Group\nmetadata:\n  name: \(name)\n  formerly: [\(former)]\n"
    }

    @Test(arguments: rows) func `a contradiction between manifests names both places`(_ row: Row) throws {
        let marked = MarkedText(row.documents.joined(separator: "---\n"))
        let found = decode(["m.yaml": marked.bytes]).diagnostics
        #expect(found.map(\.code) == [row.code], "\(found)")
        let first = try #require(found.first)
        let places = row.noteFirst ? marked.spans.reversed() : marked.spans
        #expect(first.severity == row.severity)
        #expect(first.span == places.first)
        #expect(first.notes.first?.span == places.dropFirst().first)
        #expect(first.message.contains(row.message), "\(first.message)")
        if let help = row.help { #expect(first.help?.contains(help) == true, "\(first.help ?? "")") }
    }

    @Test(
        arguments: [
            ("[u]", "[x]"), ("[u]", "{atLeast: [x]}"), ("{atLeast: [u]}", "[x]"), ("[u]", "{atLeast: []}"),
            ("{atLeast: []}", "[x]"), ("{none: []}", "[x]"), ("[]", "{none: [x]}"), ("{none: [u]}", "[]"),
            ("{none: [u]}", "{none: [x]}"), ("{atLeast: [u]}", "{none: []}"), ("[]", "[]"),
        ]) func `ends that can both be true agree`(_ members: String, _ groups: String)
    {
        let files = [
            "a.yaml": group("members: \(members)"), "b.yaml": manifest(.user, "groups: \(groups)", name: "u"),
        ]
        #expect(decode(files).diagnostics == [])
    }

    @Test func `what a broken manifest declares is not reported as missing`() {
        let reference = group("members: [alice]")
        for broken in [
            manifest(.user, "enabled: perhaps", name: "alice"), named("\"alice \""),
            named("alice") + "  x: [",
            "apiVersion: writ/v1\nkind: Usr\nmetadata: {name: alice}\n",
        ] {
            let found = decode(["a.yaml": reference, "b.yaml": broken]).diagnostics
            #expect(found.count == 1 && !found.contains { $0.code == "ref.missing" }, "\(found)")
        }
    }

    @Test func `a broken manifest hides no other mistake`() {
        let found = decode(["a.yaml": group("members: [alice, bob]"), "b.yaml": named("\"alice \"")])
        #expect(found.diagnostics.map(\.code) == ["ref.missing", "name.whitespace"])
    }

    @Test func `the readable items of a broken list are checked`() {
        let found = decode(["a.yaml": group("members: [alice, no]")]).diagnostics
        #expect(found.map(\.code) == ["ref.missing", "type.quote-it"])
    }

    @Test func `nothing is concluded from a list that could not be read in full`() {
        let files = [
            "a.yaml": group("members: [no]"), "b.yaml": manifest(.user, "groups: [x]", name: "u"),
        ]
        let decoding = decode(files)
        #expect(decoding.diagnostics.map(\.code) == ["type.quote-it"])
        #expect(decoding.state.objects[Address(.group, "x")]?.members == nil)
    }

    @Test func `the state holds the first of two objects and the place of each part`() throws {
        let decoding = decode([
            "a.yaml": manifest(.user, "description: first", name: "u"),
            "b.yaml": manifest(.user, "description: second", name: "u"),
        ])
        let object = try #require(decoding.state.objects[Address(.user, "u")])
        #expect(object.fields[.description] == .scalar(.text("first")))
        #expect(decoding.sources[Address(.user, "u")]?.fields[.description]?.description == "a.yaml:6:16")
    }
}
