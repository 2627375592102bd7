import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct ConsoleWithoutMfaTests {
    static let rows: [RuleRow] = [
        .manifests(
            "none",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: bob}
            spec: {console: {enabled: true, protection: ⟦[]⟧}}
            """,
            messages: ["`bob` logs in to the console without a second factor"],
            help: "write `protection: [vmfa]`",
            fixed: """
                apiVersion: writ/v1
                kind: User
                metadata: {name: bob}
                spec: {console: {enabled: true, protection: [vmfa]}}
                """,
            applicability: .unsafe),
        .manifests(
            "nothing is said",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ⟦bob⟧}
            spec: {console: {enabled: true}}
            """,
            fixed: """
                apiVersion: writ/v1
                kind: User
                metadata: {name: bob}
                spec: {console: {enabled: true, protection: [vmfa]}}
                """,
            applicability: .unsafe),
        .manifests(
            "a text message",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: bob}
            spec: {console: {enabled: true, protection: [sms]}}
            """),
        .manifests(
            "a text message, where it does not do",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: bob}
            spec: {console: {enabled: true, protection: ⟦[sms]⟧}}
            """,
            options: ["factors": .texts(["vmfa"])]),
        .manifests(
            "no login",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: bob}
            spec: {console: {enabled: false}}
            """),
        .manifests(
            "no word of a login",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: bob}
            spec: {console: {protection: []}}
            """),
        .manifests(
            "disabled",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: bob}
            spec: {enabled: false, console: {enabled: true}}
            """),
        .manifests(
            "an administrator has a rule of its own",
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: operations}
            spec: {members: [ann], policies: [{system: FullAccess}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {console: {enabled: true, protection: []}}
            """),
        .manifests(
            "live, and in no manifest",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: bob}
            spec: {console: {enabled: true}}
            """,
            observed: ObservedState(
                account: "0123456789",
                objects: [
                    Address(.user, "bob"): ObservedObject(
                        Address(.user, "bob"), id: "1", version: Version("1"),
                        fields: [.consoleProtection: .list([.word("vmfa")])])
                ])),
        .manifests(
            "not live yet",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ⟦bob⟧}
            spec: {console: {enabled: true}}
            """, observed: ObservedState(account: "0123456789")),
        .manifests(
            "the store does not tell",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: bob}
            spec: {console: {enabled: true}}
            """,
            observed: ObservedState(
                account: "0123456789",
                objects: [
                    Address(.user, "bob"): ObservedObject(
                        Address(.user, "bob"), id: "1", version: Version("1"))
                ])),
        .manifests(
            "stated in part",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: bob}
            spec: {console: {enabled: true, protection: {none: [sms]}}}
            """),
        .manifests(
            "live without, where the manifest asks for nothing",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ⟦bob⟧}
            spec: {displayName: Bob}
            """,
            observed: ObservedState(
                account: "0123456789",
                objects: [
                    Address(.user, "bob"): ObservedObject(
                        Address(.user, "bob"), id: "1", version: Version("1"),
                        fields: [.consoleEnabled: .boolean(true), .consoleProtection: .list([])])
                ])),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("console-without-mfa", row) }
}
