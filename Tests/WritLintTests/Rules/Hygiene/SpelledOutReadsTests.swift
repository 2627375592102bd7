import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct SpelledOutReadsTests {
    static let rows: [RuleRow] = [
        .document(
            "three lists",
            """
            Version: "1.1"
            Statement: [{Effect: Allow, Action: [⟦"ecs:servers:list"⟧, "ecs:flavors:list", "ecs:nics:listAll", "ecs:servers:get"]}]
            """, messages: ["3 actions of `ecs` start with `list`"],
            help: "where all of them are meant, write `ecs:*:list*`", options: ["leastActions": .integer(3)]),
        .document(
            "in upper camel case", in: .volcengine,
            """
            Statement: [{Effect: Allow, Action: [⟦"ecs:DescribeInstances"⟧, "ecs:DescribeImages"], Resource: ["*"]}]
            """, help: "where all of them are meant, write `ecs:Describe*`",
            options: ["leastActions": .integer(2)]),
        .document(
            "what does not read", in: .volcengine,
            """
            Statement: [{Effect: Allow, Action: ["ecs:DeleteInstance", "ecs:DeleteImages"], Resource: ["*"]}]
            """, options: ["leastActions": .integer(2)]),
        .document(
            "of two services", in: .volcengine,
            """
            Statement: [{Effect: Allow, Action: ["ecs:DescribeInstances", "vpc:DescribeVpcs"], Resource: ["*"]}]
            """, options: ["leastActions": .integer(2)]),
        .document(
            "a Deny", in: .volcengine,
            """
            Statement: [{Effect: Deny, Action: ["ecs:DescribeInstances", "ecs:DescribeImages"], Resource: ["*"]}]
            """, options: ["leastActions": .integer(2)]),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("spelled-out-reads", row) }
}
