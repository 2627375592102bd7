import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct SeveralActiveKeysTests {
    static let rows: [RuleRow] = [
        .manifests(
            "two",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ci}
            spec: {accessKeys: {keys: ⟦[{name: old}, {name: new}]⟧}}
            """,
            messages: ["`ci` has 2 active access keys: `new` and `old`"]),
        .manifests(
            "one of them inactive",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ci}
            spec: {accessKeys: {keys: [{name: old, status: inactive}, {name: new}]}}
            """),
        .manifests(
            "two that are ruled out",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ci}
            spec: {accessKeys: {keys: {none: [{name: old}, {name: new}]}}}
            """),
        .manifests(
            "as many as the site allows",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ci}
            spec: {accessKeys: {keys: [{name: old}, {name: new}]}}
            """,
            options: ["limit": .integer(2)]),
        .manifests(
            "one declared beside a live one",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: bob}
            spec: {accessKeys: {keys: ⟦{atLeast: [{name: new}]}⟧}}
            """,
            observed: ObservedState(
                account: "0123456789",
                objects: [
                    Address(.user, "bob"): ObservedObject(
                        Address(.user, "bob"), id: "1", version: Version("1"),
                        fields: [.accessKeysKeys: .list([.accessKey(DeclaredAccessKey(name: "old"))])])
                ])),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("several-active-keys", row) }
}
