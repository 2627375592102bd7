import Testing
import WritDiagnostics
import WritLint
import WritModel
import WritPolicy

@Suite struct LostAccessTests {
    static let rows: [RuleRow] = [
        .manifests(
            "a narrower pattern",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: servers}
            spec:
              document: {Version: "1.1", ⟦Statement⟧: [{Effect: Allow, Action: ["ecs:*:get*"]}]}
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
                """, messages: ["`user/ann` may no longer do `ecs:…:…`"],
            help: "look in the trail whether it is used"),
        .manifests(
            "a new Deny",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: keys}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["kms:*:*"]}, {Effect: Deny, Action: [⟦"kms:*:decrypt*"⟧]}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {policies: [keys]}
            """,
            before: """
                apiVersion: writ/v1
                kind: Policy
                metadata: {name: keys}
                spec:
                  document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["kms:*:*"]}]}
                ---
                apiVersion: writ/v1
                kind: User
                metadata: {name: ann}
                spec: {policies: [keys]}
                """, messages: ["`user/ann` may no longer do `kms:…:decrypt…`"]),
        .manifests(
            "a detached policy that only reads",
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
            spec: {⟦policies⟧: []}
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
                """, severity: .low),
        .manifests(
            "of somebody who leaves",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: servers}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:*"]}]}
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

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("lost-access", row) }
}
