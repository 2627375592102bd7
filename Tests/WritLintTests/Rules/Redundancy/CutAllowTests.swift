import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct CutAllowTests {
    static let rows: [RuleRow] = [
        .document(
            "a part",
            """
            Version: "1.1"
            Statement:
              - {Effect: ⟦Allow⟧, Action: ["ecs:*:*"]}
              - {Effect: Deny, Action: ["ecs:*:delete*"]}
            """, messages: ["statement 2 takes `ecs:*:delete*` from what this one allows"]),
        .document(
            "all of it is another rule's",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: ["ecs:*:delete*"]}
              - {Effect: Deny, Action: ["ecs:*:*"]}
            """),
        .document(
            "something else",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: ["ecs:*:*"]}
              - {Effect: Deny, Action: ["obs:*:*"]}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("cut-allow", row) }
}
