import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct ShortPasswordHistoryTests {
    static let rows: [RuleRow] = [
        .manifests(
            "three",
            """
            apiVersion: writ/v1
            kind: PasswordPolicy
            metadata: {name: default}
            spec: {history: ⟦3⟧}
            """,
            messages: ["earlier passwords may be used again after 3 others, fewer than 10"],
            help: "write `history: 10`",
            fixed: """
                apiVersion: writ/v1
                kind: PasswordPolicy
                metadata: {name: default}
                spec: {history: 10}
                """,
            applicability: .unsafe),
        .manifests(
            "none",
            """
            apiVersion: writ/v1
            kind: PasswordPolicy
            metadata: {name: default}
            spec: {history: ⟦0⟧}
            """,
            messages: ["every earlier password may be used again"]),
        .manifests(
            "as many as the vendor takes",
            """
            apiVersion: writ/v1
            kind: PasswordPolicy
            metadata: {name: default}
            spec: {history: 10}
            """),
        .manifests(
            "fewer than the vendor takes",
            in: .aws,
            """
            apiVersion: writ/v1
            kind: PasswordPolicy
            metadata: {name: default}
            spec: {history: ⟦10⟧}
            """,
            fixed: """
                apiVersion: writ/v1
                kind: PasswordPolicy
                metadata: {name: default}
                spec: {history: 24}
                """,
            applicability: .unsafe),
        .manifests(
            "as the site agreed",
            """
            apiVersion: writ/v1
            kind: PasswordPolicy
            metadata: {name: default}
            spec: {history: 5}
            """,
            options: ["minimum": .integer(5)]),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("short-password-history", row) }
}
