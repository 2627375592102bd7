import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct SuffixedNullTests {
    static let rows: [RuleRow] = [
        .document(
            "a suffix",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {⟦NullIfExists⟧: {"g:MFAPresent": ["false"]}}
            """, messages: ["`Null` takes no `IfExists`"],
            help: "write `Null`",
            fixed: """
                Version: "5.0"
                Statement:
                  - Effect: Allow
                    Action: ["ecs:servers:get"]
                    Condition: {"Null": {"g:MFAPresent": ["false"]}}
                """),
        .document(
            "a qualifier", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {⟦"ForAllValues:Null"⟧: {"aws:TagKeys": "false"}}
            """, messages: ["`Null` takes no `ForAllValues`"],
            fixed: """
                Version: "2012-10-17"
                Statement:
                  - Effect: Allow
                    Action: "s3:GetObject"
                    Resource: "*"
                    Condition: {"Null": {"aws:TagKeys": "false"}}
                """),
        .document(
            "plain",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {Null: {"g:MFAPresent": ["false"]}}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("suffixed-null", row) }
}
