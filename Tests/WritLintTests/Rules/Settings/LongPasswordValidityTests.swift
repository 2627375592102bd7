import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct LongPasswordValidityTests {
    static let rows: [RuleRow] = [
        .manifests(
            "half a year",
            """
            apiVersion: writ/v1
            kind: PasswordPolicy
            metadata: {name: default}
            spec: {validityDays: ⟦180⟧}
            """,
            messages: ["passwords are valid for 180 days, more than 90"],
            help: "write `validityDays: 90`",
            fixed: """
                apiVersion: writ/v1
                kind: PasswordPolicy
                metadata: {name: default}
                spec: {validityDays: 90}
                """,
            applicability: .unsafe),
        .manifests(
            "for ever",
            """
            apiVersion: writ/v1
            kind: PasswordPolicy
            metadata: {name: default}
            spec: {validityDays: ⟦0⟧}
            """,
            messages: ["passwords never end"],
            fixed: """
                apiVersion: writ/v1
                kind: PasswordPolicy
                metadata: {name: default}
                spec: {validityDays: 90}
                """,
            applicability: .unsafe),
        .manifests(
            "a quarter",
            """
            apiVersion: writ/v1
            kind: PasswordPolicy
            metadata: {name: default}
            spec: {validityDays: 90}
            """),
        .manifests(
            "as the site agreed",
            """
            apiVersion: writ/v1
            kind: PasswordPolicy
            metadata: {name: default}
            spec: {validityDays: 180}
            """,
            options: ["maximum": .integer(180)]),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("long-password-validity", row) }
}
