import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct LongStatementTests {
    static let rows: [RuleRow] = [
        .document(
            "too many of two services",
            """
            Version: "1.1"
            Statement: [{Effect: Allow, ⟦Action⟧: ["ecs:servers:get", "ecs:servers:list", "vpc:vpcs:get"]}]
            """, messages: ["`Action` lists 3 actions, more than 2"],
            help: "split the statement by service: these are 2", options: ["mostActions": .integer(2)]),
        .document(
            "too many of one", in: .aws,
            """
            Version: "2012-10-17"
            Statement: [{Effect: Deny, ⟦NotAction⟧: ["s3:GetObject", "s3:ListBucket"], Resource: "*"}]
            """, help: "split the statement by what it is for, or name the actions by a pattern",
            options: ["mostActions": .integer(1)]),
        .document(
            "as many as may be",
            """
            Version: "1.1"
            Statement: [{Effect: Allow, Action: ["ecs:servers:get", "vpc:vpcs:get"]}]
            """, options: ["mostActions": .integer(2)]),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("long-statement", row) }
}
