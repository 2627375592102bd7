import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct ForeignOperatorTests {
    static let rows: [RuleRow] = [
        .document(
            "JD Cloud compares texts alone", in: .aws,
            """
            Version: "2012-10-17"
            Statement: {Effect: Allow, Action: "s3:*", Resource: "*", Condition: {⟦NumericLessThan⟧: {"aws:ResourceTag/size": "5"}}}
            """,
            messages: [
                "`NumericLessThan` has no counterpart in jd"
            ], options: ["dialects": .texts(["jd"])]),
        .document(
            "absent keys are read differently", in: .volcengine,
            """
            Statement: {Effect: Allow, Action: ["ecs:*"], Resource: ["*"], Condition: {⟦StringNotEquals⟧: {"volc:UserName": ["ann"]}}}
            """, options: ["dialects": .texts(["aws"])]),
        .document(
            "the operator has another name", in: .aws,
            """
            Version: "2012-10-17"
            Statement: {Effect: Allow, Action: "s3:*", Resource: "*", Condition: {StringLike: {"aws:username": "pay*"}}}
            """, options: ["dialects": .texts(["volcengine"])]),
        .document(
            "nowhere to go", in: .aws,
            """
            Version: "2012-10-17"
            Statement: {Effect: Allow, Action: "s3:*", Resource: "*", Condition: {StringLike: {"aws:ResourceTag/team": "pay*"}}}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("foreign-operator", row) }
}
