import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct MixedCredentialsTests {
    static let rows: [RuleRow] = [
        .manifests(
            "both",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {console: {enabled: true}, programmatic: ⟦true⟧}
            """,
            messages: ["`ann` may log in to the console and call the interfaces"]),
        .manifests(
            "a key",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {console: {enabled: true}, accessKeys: {keys: ⟦[{name: laptop}]⟧}}
            """),
        .manifests(
            "room for a key",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {console: {enabled: true}, accessKeys: {max: ⟦1⟧}}
            """),
        .manifests(
            "no key and no room",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {console: {enabled: true}, accessKeys: {max: 0, keys: [{name: old, status: inactive}]}}
            """),
        .manifests(
            "a person",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {console: {enabled: true}, programmatic: false, accessKeys: {max: 1}}
            """),
        .manifests(
            "a program",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ci}
            spec: {console: {enabled: false}, programmatic: true}
            """),
        .manifests(
            "left out",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {console: {enabled: true}, programmatic: true}
            """,
            options: ["except": .texts(["a?n"])]),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("mixed-credentials", row) }
}
