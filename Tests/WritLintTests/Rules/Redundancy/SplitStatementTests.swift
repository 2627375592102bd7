import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct SplitStatementTests {
    static let rows: [RuleRow] = [
        .document(
            "the same but for the actions",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: ["ecs:servers:get"]}
              - {Effect: Allow, Action: ⟦["ecs:servers:list"]⟧}
            """, messages: ["the statement differs from statement 1 in its actions alone"],
            help: "make them one",
            fixed: """
                Version: "1.1"
                Statement:
                  - {Effect: Allow, Action: ["ecs:servers:get", "ecs:servers:list"]}
                """),
        .document(
            "scalars", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: s3:GetObject, Resource: "*"}
              - {Effect: Allow, Action: ⟦s3:PutObject⟧, Resource: ["*"]}
            """,
            fixed: """
                Version: "2012-10-17"
                Statement:
                  - {Effect: Allow, Action: [s3:GetObject, s3:PutObject], Resource: "*"}
                """),
        .document(
            "each has a name", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Sid: Read, Effect: Allow, Action: s3:GetObject, Resource: "*"}
              - {Sid: Write, Effect: Allow, Action: s3:PutObject, Resource: "*"}
            """),
        .document(
            "a statement for each service",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: ["ecs:servers:get"]}
              - {Effect: Allow, Action: ["obs:object:GetObject"]}
            """),
        .document(
            "another condition",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: ["ecs:servers:get"]}
              - {Effect: Allow, Action: ["ecs:servers:list"], Condition: {Bool: {"g:MFAPresent": ["true"]}}}
            """),
        .document(
            "another effect",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: ["ecs:servers:get"]}
              - {Effect: Deny, Action: ["ecs:servers:list"]}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("split-statement", row) }
}
