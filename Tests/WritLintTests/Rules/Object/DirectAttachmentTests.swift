import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct DirectAttachmentTests {
    static let rows: [RuleRow] = [
        .manifests(
            "two policies",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {⟦policies⟧: [ledger-read, {system: Tenant Guest}]}
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: ledger-read}
            spec: {document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:get*"]}]}}
            """,
            messages: ["`ann` holds `ledger-read` and `Tenant Guest` itself and not by a group"],
            help: "attach what the work needs to a group, and make the user a member"),
        .manifests(
            "at least one",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {⟦policies⟧: {atLeast: [{system: Tenant Guest}]}}
            """),
        .manifests(
            "none, and one ruled out",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {policies: []}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: bob}
            spec: {policies: {none: [{system: Tenant Guest}]}}
            """),
        .manifests(
            "a group and an agency",
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: dev}
            spec: {policies: [{system: Tenant Guest}]}
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: backup}
            spec: {trust: [{service: op_svc_cbr}], policies: [{system: Tenant Guest}]}
            """),
        .manifests(
            "a program that is left out",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ci-build}
            spec: {policies: [{system: Tenant Guest}]}
            """,
            options: ["except": .texts(["ci-*"])]),
        .manifests(
            "for a time",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {policies: [{system: Tenant Guest, expires: 2027-01-31}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: bob}
            spec: {⟦policies⟧: [{system: Tenant Guest}, {system: Agent Operator, expires: 2027-01-31}]}
            """,
            messages: ["`bob` holds `Tenant Guest` itself and not by a group"],
            options: ["temporary": .boolean(true)]),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("direct-attachment", row) }
}
