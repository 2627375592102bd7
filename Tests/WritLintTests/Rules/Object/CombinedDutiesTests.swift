import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct CombinedDutiesTests {
    static let rows: [RuleRow] = [
        .manifests(
            "by one pattern",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ⟦ann⟧}
            spec: {policies: [keys]}
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: keys}
            spec: {document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["kms:cmk:*"]}]}}
            """,
            messages: [
                "`user/ann` may do `kms:cmk:create` and `kms:cmk:decrypt`, which are two people's work"
            ],
            options: ["pairs": .texts(["kms:cmk:create and kms:cmk:decrypt"])]),
        .manifests(
            "by two groups",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ⟦ann⟧}
            spec: {groups: [makers, users]}
            ---
            apiVersion: writ/v1
            kind: Group
            metadata: {name: makers}
            spec: {policies: [make]}
            ---
            apiVersion: writ/v1
            kind: Group
            metadata: {name: users}
            spec: {policies: [use]}
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: make}
            spec: {document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["kms:cmk:create"]}]}}
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: use}
            spec: {document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["kms:cmk:decrypt"]}]}}
            """,
            options: ["pairs": .texts(["kms:cmk:create and kms:cmk:decrypt"])]),
        .manifests(
            "somebody who is not declared",
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: makers}
            spec: {members: [⟦{external: ann}⟧], policies: [keys]}
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: keys}
            spec: {document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["kms:cmk:*"]}]}}
            """, options: ["pairs": .texts(["kms:cmk:create and kms:cmk:decrypt"])]),
        .manifests(
            "one side",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {policies: [make]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: bob}
            spec: {policies: [use]}
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: make}
            spec: {document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["kms:cmk:create"]}]}}
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: use}
            spec: {document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["kms:cmk:decrypt"]}]}}
            """,
            options: ["pairs": .texts(["kms:cmk:create and kms:cmk:decrypt"])]),
        .manifests(
            "a Deny keeps them apart",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {policies: [keys, no]}
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: keys}
            spec: {document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["kms:cmk:*"]}]}}
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: no}
            spec: {document: {Version: "1.1", Statement: [{Effect: Deny, Action: ["kms:cmk:decrypt"]}]}}
            """,
            options: ["pairs": .texts(["kms:cmk:create and kms:cmk:decrypt"])]),
        .manifests(
            "left out",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {policies: [keys]}
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: keys}
            spec: {document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["kms:cmk:*"]}]}}
            """,
            options: [
                "pairs": .texts(["kms:cmk:create and kms:cmk:decrypt"]), "except": .texts(["user/ann"]),
            ]),
        .manifests(
            "no pairs",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {policies: [keys]}
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: keys}
            spec: {document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["kms:cmk:*"]}]}}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("combined-duties", row) }

    @Test func tellsOfTheTarget() {
        let row = RuleRow.manifests(
            "no pair",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {}
            """, options: ["pairs": .texts(["kms:cmk:create"])])
        expectOfTarget("combined-duties", row, ["`kms:cmk:create` of the option `pairs` cannot be read"])
    }
}
