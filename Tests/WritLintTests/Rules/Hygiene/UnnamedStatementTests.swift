import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct UnnamedStatementTests {
    static let rows: [RuleRow] = [
        .document(
            "one of two",
            """
            Version: "5.0"
            Statement:
              - {Sid: Look, Effect: Allow, Action: ["ecs:*:get*"]}
              - ⟦{Effect: Deny, Action: ["ecs:*:delete*"]}⟧
            """, messages: ["the statement has no `Sid`"], help: "say in `Sid` what it is for",
            fixed: """
                Version: "5.0"
                Statement:
                  - {Sid: Look, Effect: Allow, Action: ["ecs:*:get*"]}
                  - {Sid: S975d5172, Effect: Deny, Action: ["ecs:*:delete*"]}
                """),
        .document(
            "one by itself", in: .aws,
            """
            Version: "2012-10-17"
            Statement: [{Effect: Allow, Action: ["s3:Get*"], Resource: "*"}]
            """),
        .document(
            "one by itself, where each needs one", in: .aws,
            """
            Version: "2012-10-17"
            Statement: [⟦{Effect: Allow, Action: ["s3:Get*"], Resource: "*"}⟧]
            """, options: ["leastStatements": .integer(1)]),
        .document(
            "where there are no names",
            """
            Version: "1.1"
            Statement: [{Effect: Allow, Action: ["ecs:*:get*"]}, {Effect: Deny, Action: ["ecs:*:delete*"]}]
            """),
        .document(
            "a version that has no trust policies", kind: .trust,
            """
            Version: "1.1"
            Statement: [{Effect: Allow}, {Effect: Deny}]
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("unnamed-statement", row) }
}
