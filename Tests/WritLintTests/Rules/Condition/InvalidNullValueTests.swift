import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct InvalidNullValueTests {
    static let rows: [RuleRow] = [
        .document(
            "a word",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {Null: {"g:MFAPresent": [⟦"no"⟧]}}
            """, messages: ["`Null` takes `true` or `false`, and not `no`"],
            fixed: """
                Version: "5.0"
                Statement:
                  - Effect: Allow
                    Action: ["ecs:servers:get"]
                    Condition: {Null: {"g:MFAPresent": ["false"]}}
                """, applicability: .unsafe),
        .document(
            "a text", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {Null: {"aws:TokenIssueTime": ⟦"absent"⟧}}
            """),
        .document(
            "booleans",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {Null: {"g:MFAPresent": [true, "False"]}}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("invalid-null-value", row) }
}
