import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct SeveralBooleansTests {
    static let rows: [RuleRow] = [
        .document(
            "both",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {Bool: {"g:MFAPresent": ⟦["true", "false"]⟧}, StringEquals: {"g:UserName": ["anna"]}}
            """, messages: ["`g:MFAPresent` may be `true` and may be `false`"],
            fixed: """
                Version: "5.0"
                Statement:
                  - Effect: Allow
                    Action: ["ecs:servers:get"]
                    Condition: {StringEquals: {"g:UserName": ["anna"]}}
                """, applicability: .unsafe),
        .document(
            "one",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {Bool: {"g:MFAPresent": ["true"]}}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("several-booleans", row) }
}
