import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct MissingStatementTests {
    static let rows: [RuleRow] = [
        .file(
            "none", #"⟦{"Version": "5.0"}⟧"#, messages: ["the document has no `Statement`"],
            help: "write a statement, or delete the document"),
        .file("an empty list", #"{"Version": "5.0", "Statement": ⟦[]⟧}"#, messages: ["`Statement` is empty"]),
        .file("an empty list of statements", "⟦[]⟧", messages: ["the document is empty"]),
        .document(
            "in a manifest it is an error of reading", "Version: \"5.0\"\nStatement: ⟦[]⟧",
            messages: ["`Statement` is empty"]),
        .file("one statement without a list", #"{"Statement": {"Effect": "Allow"}}"#),
        .file("a list of statements", #"[{"Effect": "Allow"}]"#),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("missing-statement", row) }
}
