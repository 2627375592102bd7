import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct ShortPasswordTests {
    static let rows: [RuleRow] = [
        .manifests(
            "eight",
            """
            apiVersion: writ/v1
            kind: PasswordPolicy
            metadata: {name: default}
            spec: {minimumLength: ⟦8⟧}
            """,
            messages: ["passwords of 8 characters do, fewer than 14"],
            help: "write `minimumLength: 14`",
            fixed: """
                apiVersion: writ/v1
                kind: PasswordPolicy
                metadata: {name: default}
                spec: {minimumLength: 14}
                """,
            applicability: .unsafe),
        .manifests(
            "fourteen",
            """
            apiVersion: writ/v1
            kind: PasswordPolicy
            metadata: {name: default}
            spec: {minimumLength: 14}
            """),
        .manifests(
            "not stated",
            """
            apiVersion: writ/v1
            kind: PasswordPolicy
            metadata: {name: default}
            spec: {history: 10}
            """),
        .manifests(
            "not stated, and eight in the live account",
            """
            apiVersion: writ/v1
            kind: PasswordPolicy
            metadata: {name: ⟦default⟧}
            spec: {history: 10}
            """,
            observed: ObservedState(
                account: "0123456789",
                objects: [
                    Address(.passwordPolicy, "default"): ObservedObject(
                        Address(.passwordPolicy, "default"), id: "1", version: Version("1"),
                        fields: [.minimumLength: .integer(8)])
                ]),
            fixed: """
                apiVersion: writ/v1
                kind: PasswordPolicy
                metadata: {name: default}
                spec: {minimumLength: 14, history: 10}
                """, applicability: .unsafe),
        .manifests(
            "beside a second factor, by NIST",
            """
            apiVersion: writ/v1
            kind: PasswordPolicy
            metadata: {name: default}
            spec: {minimumLength: 8}
            """,
            options: ["minimum": .integer(8)]),
        .manifests(
            "no more than the vendor takes",
            in: .jd,
            """
            apiVersion: writ/v1
            kind: PasswordPolicy
            metadata: {name: default}
            spec: {minimumLength: ⟦14⟧}
            """,
            fixed: """
                apiVersion: writ/v1
                kind: PasswordPolicy
                metadata: {name: default}
                spec: {minimumLength: 20}
                """,
            applicability: .unsafe,
            options: ["minimum": .integer(24)]),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("short-password", row) }
}
