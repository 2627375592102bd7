import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct OpenedAccessTests {
    static let rows: [RuleRow] = [
        .manifests(
            "a Deny goes",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: keys}
            spec:
              document: {Version: "1.1", ⟦Statement⟧: [{Effect: Allow, Action: ["kms:*:*"]}]}
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
                  document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["kms:*:*"]}, {Effect: Deny, Action: ["kms:*:decrypt*"]}]}
                ---
                apiVersion: writ/v1
                kind: User
                metadata: {name: ann}
                spec: {policies: [keys]}
                """,
            messages: [
                "`user/ann` may now do `kms:…:decrypt…`, which statement 2 of `policy/keys` denied"
            ], help: "keep the Deny, or take the Allow away first"),
        .manifests(
            "a guard is detached",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: keys}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["kms:*:*"]}]}
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: guard}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Deny, Action: ["kms:*:decrypt*"]}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {⟦policies⟧: [keys]}
            """,
            before: """
                apiVersion: writ/v1
                kind: Policy
                metadata: {name: keys}
                spec:
                  document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["kms:*:*"]}]}
                ---
                apiVersion: writ/v1
                kind: Policy
                metadata: {name: guard}
                spec:
                  document: {Version: "1.1", Statement: [{Effect: Deny, Action: ["kms:*:decrypt*"]}]}
                ---
                apiVersion: writ/v1
                kind: User
                metadata: {name: ann}
                spec: {policies: [keys, guard]}
                """),
        .manifests(
            "a Deny of what nothing allows goes",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: keys}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:get*"]}]}
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
                  document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:get*"]}, {Effect: Deny, Action: ["kms:*:decrypt*"]}]}
                ---
                apiVersion: writ/v1
                kind: User
                metadata: {name: ann}
                spec: {policies: [keys]}
                """),
        .manifests(
            "new access that nothing denied is another rule's",
            """
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
            """,
            before: """
                apiVersion: writ/v1
                kind: Policy
                metadata: {name: keys}
                spec:
                  document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["kms:*:get*"]}]}
                ---
                apiVersion: writ/v1
                kind: User
                metadata: {name: ann}
                spec: {policies: [keys]}
                """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("opened-access", row) }
}
