import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct JoinableGroupTests {
    static let rows: [RuleRow] = [
        .manifests(
            "every group",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: rights}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: [⟦"iam:permissions:addUserToGroup"⟧]}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: eve}
            spec: {policies: [rights]}
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: all}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["*:*:*"]}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: boss}
            spec: {policies: [all]}
            ---
            apiVersion: writ/v1
            kind: Group
            metadata: {name: strong}
            spec: {policies: [all]}
            ---
            apiVersion: writ/v1
            kind: Group
            metadata: {name: weak}
            spec: {policies: [look]}
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: look}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:get*"]}]}
            """,
            messages: [
                "`user/eve` can become an administrator: it joins `group/strong`, whose members are administrators"
            ]),
        .manifests(
            "a weak group only",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: rights}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["iam:permissions:addUserToGroup"], Resource: ["iam:*:*:group:weak"]}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: eve}
            spec: {policies: [rights]}
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: all}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["*:*:*"]}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: boss}
            spec: {policies: [all]}
            ---
            apiVersion: writ/v1
            kind: Group
            metadata: {name: strong}
            spec: {policies: [all]}
            ---
            apiVersion: writ/v1
            kind: Group
            metadata: {name: weak}
            spec: {policies: [look]}
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: look}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:get*"]}]}
            """),
        .manifests(
            "no strong group",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: rights}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["iam:permissions:addUserToGroup"]}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: eve}
            spec: {policies: [rights]}
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: all}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["*:*:*"]}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: boss}
            spec: {policies: [all]}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("joinable-group", row) }
}
