import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct NewEscalationPathTests {
    static let rows: [RuleRow] = [
        .manifests(
            "a wider pattern",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: rights}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: [⟦"iam:users:*"⟧]}]}
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
                  document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["iam:users:get*"]}]}
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
            ], help: "cut one of the steps"),
        .manifests(
            "an administrator at once",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: rights}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["*:*:*"]}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: eve}
            spec: {policies: [⟦rights⟧]}
            """,
            before: """
                apiVersion: writ/v1
                kind: Policy
                metadata: {name: rights}
                spec:
                  document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["*:*:*"]}]}
                ---
                apiVersion: writ/v1
                kind: User
                metadata: {name: eve}
                spec: {displayName: Eve}
                """,
            messages: [
                "`user/eve` is an administrator now"
            ]),
        .manifests(
            "it was there before",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: rights}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["iam:users:*"]}]}
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
                  document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["iam:users:*", "ecs:*:*"]}]}
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
            "a Deny stood before it: another rule",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: rights}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["iam:users:*"]}]}
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
                  document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["iam:users:*"]}, {Effect: Deny, Action: ["iam:*:*"]}]}
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

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("new-escalation-path", row) }
}
