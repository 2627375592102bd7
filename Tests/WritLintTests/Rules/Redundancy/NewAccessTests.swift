import Testing
import WritDiagnostics
import WritLint
import WritModel
import WritPolicy

@Suite struct NewAccessTests {
    static let rows: [RuleRow] = [
        .manifests(
            "a wider pattern",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: servers}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: [⟦"ecs:*:*"⟧]}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {policies: [servers]}
            """,
            before: """
                apiVersion: writ/v1
                kind: Policy
                metadata: {name: servers}
                spec:
                  document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:get*"]}]}
                ---
                apiVersion: writ/v1
                kind: User
                metadata: {name: ann}
                spec: {policies: [servers]}
                """, messages: ["`user/ann` may now do `ecs:…:…`"], severity: .medium),
        .manifests(
            "a new attachment",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: people}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["iam:*:*"]}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {policies: [⟦people⟧]}
            """,
            before: """
                apiVersion: writ/v1
                kind: Policy
                metadata: {name: people}
                spec:
                  document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["iam:*:*"]}]}
                ---
                apiVersion: writ/v1
                kind: User
                metadata: {name: ann}
                spec: {policies: []}
                """),
        .manifests(
            "a new member",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: people}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["iam:users:create*"]}]}
            ---
            apiVersion: writ/v1
            kind: Group
            metadata: {name: helpdesk}
            spec: {members: [⟦ann⟧], policies: [people]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {displayName: Ann}
            """,
            before: """
                apiVersion: writ/v1
                kind: Policy
                metadata: {name: people}
                spec:
                  document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["iam:users:create*"]}]}
                ---
                apiVersion: writ/v1
                kind: Group
                metadata: {name: helpdesk}
                spec: {members: [], policies: [people]}
                ---
                apiVersion: writ/v1
                kind: User
                metadata: {name: ann}
                spec: {displayName: Ann}
                """),
        .manifests(
            "access that only reads weighs little",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: servers}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:get*", ⟦"ecs:*:list*"⟧]}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {policies: [servers]}
            """,
            before: """
                apiVersion: writ/v1
                kind: Policy
                metadata: {name: servers}
                spec:
                  document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:get*"]}]}
                ---
                apiVersion: writ/v1
                kind: User
                metadata: {name: ann}
                spec: {policies: [servers]}
                """, severity: .info),
        .manifests(
            "the same in other words",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: servers}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:get*", "ecs:servers:get"]}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {policies: [servers]}
            """,
            before: """
                apiVersion: writ/v1
                kind: Policy
                metadata: {name: servers}
                spec:
                  document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:get*"]}]}
                ---
                apiVersion: writ/v1
                kind: User
                metadata: {name: ann}
                spec: {policies: [servers]}
                """),
        .manifests(
            "less",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: servers}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:get*"]}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {policies: [servers]}
            """,
            before: """
                apiVersion: writ/v1
                kind: Policy
                metadata: {name: servers}
                spec:
                  document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:*"]}]}
                ---
                apiVersion: writ/v1
                kind: User
                metadata: {name: ann}
                spec: {policies: [servers]}
                """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("new-access", row) }
}
