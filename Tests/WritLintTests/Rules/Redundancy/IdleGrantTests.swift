import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct IdleGrantTests {
    static let rows: [RuleRow] = [
        .manifests(
            "the same by a group",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {groups: [developers], policies: [⟦servers-read⟧]}
            ---
            apiVersion: writ/v1
            kind: Group
            metadata: {name: developers}
            spec: {policies: [servers-read]}
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: servers-read}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:get*"]}]}
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: servers}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:*"]}]}
            """,
            messages: ["`policy/servers-read` gives `user/ann` nothing that it has not got otherwise"],
            help: "take it out of the list",
            fixed: """
                apiVersion: writ/v1
                kind: User
                metadata: {name: ann}
                spec: {groups: [developers], policies: []}
                ---
                apiVersion: writ/v1
                kind: Group
                metadata: {name: developers}
                spec: {policies: [servers-read]}
                ---
                apiVersion: writ/v1
                kind: Policy
                metadata: {name: servers-read}
                spec:
                  document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:get*"]}]}
                ---
                apiVersion: writ/v1
                kind: Policy
                metadata: {name: servers}
                spec:
                  document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:*"]}]}
                """, applicability: .unsafe),
        .manifests(
            "a wider policy on the same group",
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: developers}
            spec: {policies: [⟦servers-read⟧, servers]}
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: servers-read}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:get*"]}]}
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: servers}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:*"]}]}
            """),
        .manifests(
            "a group that gives nothing more",
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: operators}
            spec: {members: [ann], policies: [servers]}
            ---
            apiVersion: writ/v1
            kind: Group
            metadata: {name: developers}
            spec: {members: [⟦ann⟧, bob], policies: [servers-read]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: bob}
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: servers-read}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:get*"]}]}
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: servers}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:*"]}]}
            """,
            messages: ["`group/developers` gives `user/ann` nothing that it has not got otherwise"]),
        .manifests(
            "a guard against what is granted later",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {policies: [servers, guard]}
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: guard}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Deny, Action: ["obs:*:*"]}]}
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: servers}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:*"]}]}
            """),
        .manifests(
            "another scope",
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: developers}
            spec:
              policies: [servers-read, {name: servers, scope: {project: cn-north-4}}]
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: servers-read}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:get*"]}]}
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: servers}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:*"]}]}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("idle-grant", row) }
}
