import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct DuplicateEntryTests {
    static let rows: [RuleRow] = [
        .document(
            "twice, in a block list",
            """
            Version: "1.1"
            Statement:
              - Effect: Allow
                Action:
                  - ecs:servers:get
                  - ⟦ecs:servers:get⟧  # again
                  - ecs:servers:list
            """, messages: ["`ecs:servers:get` stands twice in `Action`"],
            help: "take the second one out",
            fixed: """
                Version: "1.1"
                Statement:
                  - Effect: Allow
                    Action:
                      - ecs:servers:get
                      # again
                      - ecs:servers:list
                """),
        .document(
            "three times, in a flow list",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: ["ecs:servers:get", ⟦"ecs:servers:get"⟧, ⟦"ecs:servers:get"⟧]}
            """,
            fixed: """
                Version: "1.1"
                Statement:
                  - {Effect: Allow, Action: ["ecs:servers:get"]}
                """),
        .document(
            "in two statements",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: ["ecs:servers:get"]}
              - {Effect: Allow, Action: ["ecs:servers:get"]}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("duplicate-entry", row) }
}
