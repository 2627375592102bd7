import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct OverlappingPolicyTests {
    static let rows: [RuleRow] = [
        .manifests(
            "one within the other",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: ⟦dev-look⟧}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:get*"]}]}
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: dev-read}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:get*", "ecs:*:list*"]}]}
            """, messages: ["`policy/dev-look` adds nothing beside `policy/dev-read`"]),
        .manifests(
            "the same in other words",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: dev-look}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:get*", "ecs:*:list*"]}]}
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: ⟦dev-read⟧}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ECS:*:list*", "ecs:*:get*", "ecs:servers:get"]}]}
            """, messages: ["`policy/dev-read` means the same as `policy/dev-look`"],
            help: "keep one of them"),
        .manifests(
            "each has its own",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: dev-look}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:get*", "obs:*:get*"]}]}
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: dev-read}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:get*", "ecs:*:list*"]}]}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("overlapping-policy", row) }
}
