import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct WeakenedSettingTests {
    static let rows: [RuleRow] = [
        .manifests(
            "shorter",
            """
            apiVersion: writ/v1
            kind: PasswordPolicy
            metadata: {name: default}
            spec: {minimumLength: ⟦8⟧}
            """,
            before: """
                apiVersion: writ/v1
                kind: PasswordPolicy
                metadata: {name: default}
                spec: {minimumLength: 14}
                """,
            messages: ["`minimumLength` gets weaker: 14 becomes 8"],
            help: "leave it as it was, or say in a waiver why it has to change",
            fixed: """
                apiVersion: writ/v1
                kind: PasswordPolicy
                metadata: {name: default}
                spec: {minimumLength: 14}
                """,
            applicability: .unsafe),
        .manifests(
            "longer",
            """
            apiVersion: writ/v1
            kind: PasswordPolicy
            metadata: {name: default}
            spec: {minimumLength: 16}
            """,
            before: """
                apiVersion: writ/v1
                kind: PasswordPolicy
                metadata: {name: default}
                spec: {minimumLength: 14}
                """),
        .manifests(
            "for ever",
            """
            apiVersion: writ/v1
            kind: PasswordPolicy
            metadata: {name: default}
            spec: {validityDays: ⟦0⟧}
            """,
            before: """
                apiVersion: writ/v1
                kind: PasswordPolicy
                metadata: {name: default}
                spec: {validityDays: 180}
                """,
            messages: ["`validityDays` gets weaker: 180 becomes 0"]),
        .manifests(
            "for a shorter time",
            """
            apiVersion: writ/v1
            kind: PasswordPolicy
            metadata: {name: default}
            spec: {validityDays: 90}
            """,
            before: """
                apiVersion: writ/v1
                kind: PasswordPolicy
                metadata: {name: default}
                spec: {validityDays: 180}
                """),
        .manifests(
            "longer runs",
            """
            apiVersion: writ/v1
            kind: PasswordPolicy
            metadata: {name: default}
            spec: {maximumRepeats: ⟦3⟧}
            """,
            before: """
                apiVersion: writ/v1
                kind: PasswordPolicy
                metadata: {name: default}
                spec: {maximumRepeats: 2}
                """),
        .manifests(
            "runs that had no limit",
            """
            apiVersion: writ/v1
            kind: PasswordPolicy
            metadata: {name: default}
            spec: {maximumRepeats: 3}
            """,
            before: """
                apiVersion: writ/v1
                kind: PasswordPolicy
                metadata: {name: default}
                spec: {maximumRepeats: 0}
                """),
        .manifests(
            "turned off",
            """
            apiVersion: writ/v1
            kind: PasswordPolicy
            metadata: {name: default}
            spec: {forbidUserName: ⟦false⟧}
            """,
            before: """
                apiVersion: writ/v1
                kind: PasswordPolicy
                metadata: {name: default}
                spec: {forbidUserName: true}
                """,
            messages: ["`forbidUserName` is turned off"]),
        .manifests(
            "a class less",
            """
            apiVersion: writ/v1
            kind: PasswordPolicy
            metadata: {name: default}
            spec: {requiredClasses: ⟦[digit]⟧}
            """,
            before: """
                apiVersion: writ/v1
                kind: PasswordPolicy
                metadata: {name: default}
                spec: {requiredClasses: [digit, symbol]}
                """,
            messages: ["`requiredClasses` loses `symbol`"]),
        .manifests(
            "no longer declared",
            """
            apiVersion: writ/v1
            kind: PasswordPolicy
            metadata: {name: ⟦default⟧}
            spec: {history: 10}
            """,
            before: """
                apiVersion: writ/v1
                kind: PasswordPolicy
                metadata: {name: default}
                spec: {history: 10, minimumLength: 14}
                """,
            messages: ["`minimumLength` was declared and is no longer"],
            fixed: """
                apiVersion: writ/v1
                kind: PasswordPolicy
                metadata: {name: default}
                spec: {minimumLength: 14, history: 10}
                """,
            applicability: .unsafe),
        .manifests(
            "as the site agreed",
            """
            apiVersion: writ/v1
            kind: PasswordPolicy
            metadata: {name: default}
            spec: {validityDays: 0}
            """,
            before: """
                apiVersion: writ/v1
                kind: PasswordPolicy
                metadata: {name: default}
                spec: {validityDays: 90}
                """,
            options: ["except": .texts(["validityDays"])]),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("weakened-setting", row) }

    @Test func tellsOfAPolicyThatIsGone() {
        let row = RuleRow.manifests(
            "gone", "",
            before: """
                apiVersion: writ/v1
                kind: PasswordPolicy
                metadata: {name: default}
                spec: {history: 10}
                """)
        expectOfTarget("weakened-setting", row, ["the password policy was declared and is no longer"])
    }
}
