import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct ForeignPatternTests {
    static let rows: [RuleRow] = [
        .document(
            "`?` in an action", in: .aws,
            """
            Version: "2012-10-17"
            Statement: {Effect: Allow, Action: ⟦"s3:Get?bject"⟧, Resource: "*"}
            """,
            messages: [
                "`?` is a wildcard in aws and not in jd"
            ], options: ["dialects": .texts(["jd"])]),
        .document(
            "`*` in an action", in: .aws,
            """
            Version: "2012-10-17"
            Statement: {Effect: Allow, Action: "s3:Get*", Resource: "*"}
            """, options: ["dialects": .texts(["jd"])]),
        .document(
            "nowhere to go", in: .aws,
            """
            Version: "2012-10-17"
            Statement: {Effect: Allow, Action: "s3:Get?bject", Resource: "*"}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("foreign-pattern", row) }
}
