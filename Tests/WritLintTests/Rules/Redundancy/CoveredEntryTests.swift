import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct CoveredEntryTests {
    static let rows: [RuleRow] = [
        .document(
            "a wider action",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: ["ecs:*:get*", ⟦"ecs:servers:get"⟧]}
            """, messages: ["`ecs:servers:get` is covered by `ecs:*:get*`"],
            help: "take it out, or narrow `ecs:*:get*`",
            fixed: """
                Version: "1.1"
                Statement:
                  - {Effect: Allow, Action: ["ecs:*:get*"]}
                """),
        .document(
            "a wider resource, and the entry first", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: s3:GetObject
                Resource:
                  - ⟦arn:aws:s3:::logs/app/*⟧
                  - arn:aws:s3:::logs/*
            """),
        .document(
            "the same entry twice is another rule's",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: ["ecs:servers:get", "ecs:servers:get"]}
            """),
        .document(
            "neither covers the other",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: ["ecs:*:get*", "ecs:servers:*"]}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("covered-entry", row) }
}
