import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct IdleDenyTests {
    static let rows: [RuleRow] = [
        .manifests(
            "what nothing allows",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: servers}
            spec:
              document:
                Version: "1.1"
                Statement:
                  - {Effect: Allow, Action: ["ecs:*:*"]}
                  - {Effect: ⟦Deny⟧, Action: ["obs:*:*"]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {policies: [servers]}
            """, messages: ["the Deny takes nothing away from anybody who holds `policy/servers`"]),
        .manifests(
            "one that one of its holders needs",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: guard}
            spec:
              document:
                Version: "1.1"
                Statement:
                  - {Effect: Allow, Action: ["ecs:*:*"]}
                  - {Effect: Deny, Action: ["obs:*:*"]}
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: storage}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["obs:*:get*"]}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {policies: [guard]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: bob}
            spec: {policies: [guard, storage]}
            """),
        .manifests(
            "a document of Denies alone is a guard",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: guard}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Deny, Action: ["obs:*:*"]}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {policies: [guard]}
            """),
        .manifests(
            "nobody holds the policy",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: servers}
            spec:
              document:
                Version: "1.1"
                Statement:
                  - {Effect: Allow, Action: ["ecs:*:*"]}
                  - {Effect: Deny, Action: ["obs:*:*"]}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("idle-deny", row) }
}
