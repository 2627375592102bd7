import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct CycledPasswordHistoryTests {
    static let rows: [RuleRow] = [
        .manifests(
            "at once",
            """
            apiVersion: writ/v1
            kind: PasswordPolicy
            metadata: {name: default}
            spec: {history: 5, minimumAgeMinutes: ⟦0⟧}
            """,
            messages: [
                "passwords may be changed at once, so that a history of 5 is gone through in a minute"
            ],
            help: "write `minimumAgeMinutes: 60`",
            fixed: """
                apiVersion: writ/v1
                kind: PasswordPolicy
                metadata: {name: default}
                spec: {history: 5, minimumAgeMinutes: 60}
                """,
            applicability: .unsafe),
        .manifests(
            "no history",
            """
            apiVersion: writ/v1
            kind: PasswordPolicy
            metadata: {name: default}
            spec: {history: 0, minimumAgeMinutes: 0}
            """),
        .manifests(
            "after an hour",
            """
            apiVersion: writ/v1
            kind: PasswordPolicy
            metadata: {name: default}
            spec: {history: 5, minimumAgeMinutes: 60}
            """),
        .manifests(
            "nobody says",
            """
            apiVersion: writ/v1
            kind: PasswordPolicy
            metadata: {name: default}
            spec: {history: 5}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("cycled-password-history", row) }
}
