import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct OpenAddressListTests {
    static let rows: [RuleRow] = [
        .manifests(
            "every address",
            """
            apiVersion: writ/v1
            kind: SecuritySettings
            metadata: {name: default}
            spec: {console: {allowFrom: ⟦[0.0.0.0/0]⟧}}
            """,
            messages: ["`console.allowFrom` admits every IPv4 address"],
            help: "list the addresses that people and programs come from"),
        .manifests(
            "every address in two halves",
            """
            apiVersion: writ/v1
            kind: SecuritySettings
            metadata: {name: default}
            spec: {api: {allowFrom: ⟦[0.0.0.0/1, 128.0.0.0/1]⟧}}
            """,
            messages: ["`api.allowFrom` admits every IPv4 address"]),
        .manifests(
            "an empty list",
            """
            apiVersion: writ/v1
            kind: SecuritySettings
            metadata: {name: default}
            spec: {api: {allowFrom: ⟦[]⟧}}
            """,
            messages: ["`api.allowFrom` admits every IPv4 and IPv6 address"]),
        .manifests(
            "every address at least",
            """
            apiVersion: writ/v1
            kind: SecuritySettings
            metadata: {name: default}
            spec: {api: {allowFrom: ⟦{atLeast: ['::/0']}⟧}}
            """,
            messages: ["`api.allowFrom` admits every IPv6 address"]),
        .manifests(
            "one address less",
            """
            apiVersion: writ/v1
            kind: SecuritySettings
            metadata: {name: default}
            spec: {console: {allowFrom: [0.0.0.0-255.255.255.254]}}
            """),
        .manifests(
            "what may not be there",
            """
            apiVersion: writ/v1
            kind: SecuritySettings
            metadata: {name: default}
            spec: {console: {allowFrom: {none: [0.0.0.0/0]}}}
            """),
        .manifests(
            "nothing at least",
            """
            apiVersion: writ/v1
            kind: SecuritySettings
            metadata: {name: default}
            spec: {console: {allowFrom: {atLeast: []}}}
            """),
        .manifests(
            "not stated",
            """
            apiVersion: writ/v1
            kind: SecuritySettings
            metadata: {name: default}
            spec: {inactivityDays: 90}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("open-address-list", row) }
}
