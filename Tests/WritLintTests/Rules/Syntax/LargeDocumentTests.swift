import Testing
import WritDiagnostics
import WritLint
import WritModel
import WritPolicy

@Suite struct LargeDocumentTests {
    static let rows: [RuleRow] = [
        .file(
            "over the limit", "⟦\(document(of: 6145))⟧",
            messages: ["the document has 6145 characters of at most 6144"],
            help: "split it, or say with wildcards what belongs together"),
        .file("at the limit", "⟦\(document(of: 6144))⟧", severity: .low),
        .file(
            "at nine tenths", "⟦\(document(of: 5529))⟧",
            messages: ["the document has 5529 characters of at most 6144"], severity: .low),
        .file("below", document(of: 5528)),
        .file("another share", document(of: 5529), options: ["nearPercent": .integer(95)]),
        .file("a trust policy", in: .aws, kind: .trust, "⟦\(document(of: 2049))⟧"),
        .file(
            "a trust policy under a raised limit", in: .aws, kind: .trust, document(of: 2049),
            options: ["mostCharacters": .integer(4096)]),
        .file("white space does not count", in: .aws, kind: .trust, document(of: 2049, with: " ")),
        .file("a sort of which nobody says", kind: .trust, document(of: 9000)),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("large-document", row) }

    /// A document of that many characters, most of them the same one.
    static func document(of count: Int, with character: String = "a") -> String {
        let rest = #"{"Version":"5.0","Statement":[{"Sid":""}]}"#
        let fill = String(repeating: character, count: count - rest.count)
        return #"{"Version":"5.0","Statement":[{"Sid":"\#(fill)"}]}"#
    }
}
