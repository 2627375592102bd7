import Testing
import WritDiagnostics
import WritLint
import WritModel
import WritPolicy

@Suite struct InvalidTextTests {
    static let rows: [RuleRow] = [
        .manifests(
            "a sign that agencies refuse", object("Agency", #"description: ⟦"for R&D"⟧"#),
            messages: ["`description` of `build` has the character `&`"], help: "write it without"),
        .manifests(
            "a letter that roles refuse", in: .aws, object("Agency", "description: ⟦сборка⟧"),
            messages: ["`description` of `build` has the character `с`"]),
        .manifests(
            "too long", in: .volcengine, object("Group", "description: ⟦\(long(129))⟧"),
            messages: ["`description` of `build` has 129 characters of at most 128"], help: "shorten it"),
        .manifests(
            "a display name", in: .volcengine, object("Group", "displayName: ⟦\(long(65))⟧"),
            messages: ["`displayName` of `build` has 65 characters of at most 64"]),
        .manifests(
            "where the pages disagree", in: .volcengine,
            object("Policy", "description: ⟦\(long(129))⟧"), severity: .low),
        .manifests("as long as may be", in: .volcengine, object("Group", "description: \(long(128))")),
        .manifests("elsewhere", in: .jd, object("Group", "description: \(long(129))")),
        .manifests("signs of other kinds", object("Group", #"description: "for R&D""#)),
        .manifests("Latin letters", in: .aws, object("Agency", "description: bâtiment")),
        .manifests(
            "a display name in letters of another script", in: .aws, object("Group", "displayName: сборка")),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("invalid-text", row) }

    static func object(_ kind: String, _ field: String) -> String {
        "apiVersion: writ/v1\nkind: \(kind)\nmetadata: {name: build}\nspec:\n  \(field)\n"
    }

    static func long(_ count: Int) -> String { String(repeating: "a", count: count) }
}
