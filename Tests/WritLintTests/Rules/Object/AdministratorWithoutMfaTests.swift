import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct AdministratorWithoutMfaTests {
    static let rows: [RuleRow] = [
        .manifests(
            "through a group of any name",
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: operations}
            spec: {members: [ann], policies: [{system: FullAccess}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {console: {enabled: true, protection: ⟦[]⟧}}
            """,
            messages: ["the administrator `ann` logs in without a device as second factor"],
            help: "write `protection: [vmfa]` and bind a device",
            fixed: """
                apiVersion: writ/v1
                kind: Group
                metadata: {name: operations}
                spec: {members: [ann], policies: [{system: FullAccess}]}
                ---
                apiVersion: writ/v1
                kind: User
                metadata: {name: ann}
                spec: {console: {enabled: true, protection: [vmfa]}}
                """,
            applicability: .unsafe),
        .manifests(
            "text messages are no device",
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: operations}
            spec: {members: [ann], policies: [{system: FullAccess}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {console: {enabled: true, protection: ⟦[sms]⟧}}
            """,
            fixed: """
                apiVersion: writ/v1
                kind: Group
                metadata: {name: operations}
                spec: {members: [ann], policies: [{system: FullAccess}]}
                ---
                apiVersion: writ/v1
                kind: User
                metadata: {name: ann}
                spec: {console: {enabled: true, protection: [sms, vmfa]}}
                """,
            applicability: .unsafe),
        .manifests(
            "unless the site says so",
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: operations}
            spec: {members: [ann], policies: [{system: FullAccess}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {console: {enabled: true, protection: [sms]}}
            """,
            options: ["factors": .texts(["vmfa", "sms"])]),
        .manifests(
            "nothing is said",
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: operations}
            spec: {members: [ann], policies: [{system: FullAccess}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: ⟦ann⟧}
            spec: {console: {enabled: true}}
            """),
        .manifests(
            "a device",
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: operations}
            spec: {members: [ann], policies: [{system: FullAccess}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {console: {enabled: true, protection: {atLeast: [vmfa]}}}
            """),
        .manifests(
            "no login",
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: operations}
            spec: {members: [ann], policies: [{system: FullAccess}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {console: {enabled: false, protection: []}}
            """),
        .manifests(
            "disabled",
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: operations}
            spec: {members: [ann], policies: [{system: FullAccess}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {enabled: false, console: {enabled: true, protection: []}}
            """),
        .manifests(
            "no administrator, whatever the group is called",
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: admin}
            spec: {members: [ann], policies: [{system: Tenant Guest}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {console: {enabled: true, protection: []}}
            """),
        .manifests(
            "of AWS",
            in: .aws,
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: operations}
            spec: {members: [ann], policies: [all]}
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: all}
            spec: {document: {Version: "2012-10-17", Statement: [{Effect: Allow, Action: "iam:*", Resource: "*"}]}}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {console: {enabled: true, protection: ⟦[email]⟧}}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("administrator-without-mfa", row) }
}
