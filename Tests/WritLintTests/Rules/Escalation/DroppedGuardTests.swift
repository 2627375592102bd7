import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct DroppedGuardTests {
    static let rows: [RuleRow] = [
        .manifests(
            "a Deny goes",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: rights}
            spec:
              document: {Version: "1.1", ⟦Statement⟧: [{Effect: Allow, Action: ["iam:users:resetUserPassword"]}]}
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
            """,
            before: """
                apiVersion: writ/v1
                kind: Policy
                metadata: {name: rights}
                spec:
                  document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["iam:users:resetUserPassword"]}, {Effect: Deny, Action: ["iam:*:*"]}]}
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
                """,
            messages: [
                "`user/eve` can now become an administrator: it resets the password of `user/boss`, an administrator"
            ], help: "keep the Deny, or take away what it stood before"),
        .manifests(
            "a guard is detached",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: rights}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["iam:users:resetUserPassword"]}]}
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: guard}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Deny, Action: ["iam:*:*"]}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: eve}
            spec: {⟦policies⟧: [rights]}
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
            """,
            before: """
                apiVersion: writ/v1
                kind: Policy
                metadata: {name: rights}
                spec:
                  document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["iam:users:resetUserPassword"]}]}
                ---
                apiVersion: writ/v1
                kind: Policy
                metadata: {name: guard}
                spec:
                  document: {Version: "1.1", Statement: [{Effect: Deny, Action: ["iam:*:*"]}]}
                ---
                apiVersion: writ/v1
                kind: User
                metadata: {name: eve}
                spec: {policies: [rights, guard]}
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
        .manifests(
            "something else was missing too",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: rights}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["iam:users:resetUserPassword"]}]}
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
            """,
            before: """
                apiVersion: writ/v1
                kind: Policy
                metadata: {name: rights}
                spec:
                  document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["iam:users:get*"]}, {Effect: Deny, Action: ["ecs:*:*"]}]}
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
        .manifests(
            "a Deny that stood before nothing",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: rights}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:get*"]}]}
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
            """,
            before: """
                apiVersion: writ/v1
                kind: Policy
                metadata: {name: rights}
                spec:
                  document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:get*"]}, {Effect: Deny, Action: ["iam:*:*"]}]}
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

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("dropped-guard", row) }
}
