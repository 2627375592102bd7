import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct ScalarForListTests {
    static let rows: [RuleRow] = [
        .document(
            "one action", in: .aws,
            """
            Version: "2012-10-17"
            Statement: [{Effect: Allow, Action: ⟦"s3:GetObject"⟧, Resource: "*"}]
            """, messages: ["`Action` is a text and not a list"], help: "write `[\"s3:GetObject\"]`",
            fixed: """
                Version: "2012-10-17"
                Statement: [{Effect: Allow, Action: [s3:GetObject], Resource: "*"}]
                """),
        .document(
            "no exceptions", in: .aws,
            """
            Version: "2012-10-17"
            Statement: [{Effect: Allow, Action: ["s3:GetObject"], Resource: ⟦"*"⟧}]
            """, options: ["allowed": .texts([])]),
        .document(
            "a list of one",
            """
            Version: "5.0"
            Statement: [{Effect: Allow, Action: ["obs:object:GetObject"]}]
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("scalar-for-list", row) }
}
