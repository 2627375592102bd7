import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct RenameAsReplacementTests {
    static let rows: [RuleRow] = [
        .manifests(
            "a policy",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: ⟦ledger-read⟧}
            spec: {document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:get*"]}]}}
            """,
            before: """
                apiVersion: writ/v1
                kind: Policy
                metadata: {name: ledger}
                spec: {document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:get*"]}]}}
                """,
            messages: ["`policy/ledger` would be deleted and made anew as `policy/ledger-read`"],
            help: "add `formerly: [ledger]` to its `metadata`",
            fixed: """
                apiVersion: writ/v1
                kind: Policy
                metadata: {name: ledger-read, formerly: [ledger]}
                spec: {document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:get*"]}]}}
                """,
            applicability: .unsafe),
        .manifests(
            "a person, by the address",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ⟦ann.lee⟧}
            spec: {email: ann@example.com, console: {enabled: true}}
            """,
            before: """
                apiVersion: writ/v1
                kind: User
                metadata: {name: ann}
                spec: {email: ann@example.com}
                """),
        .manifests(
            "a group with the same members",
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: ⟦payments⟧}
            spec: {members: [ann]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {}
            """,
            before: """
                apiVersion: writ/v1
                kind: Group
                metadata: {name: billing}
                spec: {members: [ann]}
                ---
                apiVersion: writ/v1
                kind: User
                metadata: {name: ann}
                spec: {}
                """),
        .manifests(
            "renamed as it should be",
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: payments, formerly: [billing]}
            spec: {members: []}
            """,
            before: """
                apiVersion: writ/v1
                kind: Group
                metadata: {name: billing}
                spec: {members: []}
                """),
        .manifests(
            "one goes and another comes",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: bob}
            spec: {email: bob@example.com}
            """,
            before: """
                apiVersion: writ/v1
                kind: User
                metadata: {name: ann}
                spec: {email: ann@example.com}
                """),
        .manifests(
            "an address that several people have",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: bob}
            spec: {email: desk@example.com, displayName: Bob}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: eve}
            spec: {email: desk@example.com}
            """,
            before: """
                apiVersion: writ/v1
                kind: User
                metadata: {name: ann}
                spec: {email: desk@example.com}
                ---
                apiVersion: writ/v1
                kind: User
                metadata: {name: eve}
                spec: {email: desk@example.com}
                """),
        .manifests(
            "two become one",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: ledger, formerly: [old-ledger]}
            spec: {document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:get*"]}]}}
            """,
            before: """
                apiVersion: writ/v1
                kind: Policy
                metadata: {name: old-ledger}
                spec: {document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:get*"]}]}}
                ---
                apiVersion: writ/v1
                kind: Policy
                metadata: {name: other-ledger}
                spec: {document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:get*"]}]}}
                """),
        .manifests(
            "renamed before, and once more",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: ⟦ledger⟧, formerly: [oldest-ledger]}
            spec: {document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:get*"]}]}}
            """,
            before: """
                apiVersion: writ/v1
                kind: Policy
                metadata: {name: old-ledger}
                spec: {document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:get*"]}]}}
                """,
            fixed: """
                apiVersion: writ/v1
                kind: Policy
                metadata: {name: ledger, formerly: [oldest-ledger, old-ledger]}
                spec: {document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:get*"]}]}}
                """, applicability: .unsafe),
        .manifests(
            "both say nothing",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: bob}
            spec: {}
            """,
            before: """
                apiVersion: writ/v1
                kind: User
                metadata: {name: ann}
                spec: {}
                """),
        .manifests(
            "a second one of the same",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: ledger}
            spec: {document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:get*"]}]}}
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: ledger-read}
            spec: {document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:get*"]}]}}
            """,
            before: """
                apiVersion: writ/v1
                kind: Policy
                metadata: {name: ledger}
                spec: {document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:get*"]}]}}
                """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("rename-as-replacement", row) }
}
