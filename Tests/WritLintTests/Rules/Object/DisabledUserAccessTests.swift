import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct DisabledUserAccessTests {
    static let rows: [RuleRow] = [
        .manifests(
            "in a group",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: bob}
            spec: {enabled: false, ⟦groups⟧: [ops]}
            ---
            apiVersion: writ/v1
            kind: Group
            metadata: {name: ops}
            spec: {}
            """,
            messages: ["`bob` is disabled and still in `ops`"],
            help: "write `groups: []`",
            fixed: """
                apiVersion: writ/v1
                kind: User
                metadata: {name: bob}
                spec: {enabled: false, groups: []}
                ---
                apiVersion: writ/v1
                kind: Group
                metadata: {name: ops}
                spec: {}
                """,
            applicability: .unsafe),
        .manifests(
            "stated at the group",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: bob}
            spec: {enabled: false}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {}
            ---
            apiVersion: writ/v1
            kind: Group
            metadata: {name: ops}
            spec: {members: [ann, ⟦bob⟧]}
            """,
            messages: ["`bob` is disabled and still in `ops`"],
            help: "take it out",
            fixed: """
                apiVersion: writ/v1
                kind: User
                metadata: {name: bob}
                spec: {enabled: false}
                ---
                apiVersion: writ/v1
                kind: User
                metadata: {name: ann}
                spec: {}
                ---
                apiVersion: writ/v1
                kind: Group
                metadata: {name: ops}
                spec: {members: [ann]}
                """,
            applicability: .unsafe),
        .manifests(
            "a key",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: bob}
            spec: {enabled: false, accessKeys: {keys: ⟦[{name: laptop}]⟧}}
            """,
            messages: ["`bob` is disabled and still has the active key `laptop`"],
            fixed: """
                apiVersion: writ/v1
                kind: User
                metadata: {name: bob}
                spec: {enabled: false, accessKeys: {keys: [{name: laptop, status: inactive}]}}
                """,
            applicability: .unsafe),
        .manifests(
            "nothing left",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: bob}
            spec: {enabled: false, groups: [], accessKeys: {keys: [{name: laptop, status: inactive}]}}
            """),
        .manifests(
            "enabled",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: bob}
            spec: {enabled: true, groups: [ops]}
            ---
            apiVersion: writ/v1
            kind: Group
            metadata: {name: ops}
            spec: {}
            """),
        .manifests(
            "disabled at the console",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: bob}
            spec: {⟦groups⟧: [ops]}
            ---
            apiVersion: writ/v1
            kind: Group
            metadata: {name: ops}
            spec: {}
            """,
            observed: ObservedState(
                account: "0123456789",
                objects: [
                    Address(.user, "bob"): ObservedObject(
                        Address(.user, "bob"), id: "1", version: Version("1"),
                        fields: [.enabled: .boolean(false)])
                ])),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("disabled-user-access", row) }
}
