import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct RepeatedCharactersTests {
    static let rows: [RuleRow] = [
        .manifests(
            "any number",
            """
            apiVersion: writ/v1
            kind: PasswordPolicy
            metadata: {name: default}
            spec: {maximumRepeats: ⟦0⟧}
            """,
            messages: ["one character may stand any number of times in a row"],
            help: "write `maximumRepeats: 2`",
            fixed: """
                apiVersion: writ/v1
                kind: PasswordPolicy
                metadata: {name: default}
                spec: {maximumRepeats: 2}
                """,
            applicability: .unsafe),
        .manifests(
            "eight",
            """
            apiVersion: writ/v1
            kind: PasswordPolicy
            metadata: {name: default}
            spec: {maximumRepeats: ⟦8⟧}
            """,
            messages: ["one character may stand 8 times in a row"]),
        .manifests(
            "two",
            """
            apiVersion: writ/v1
            kind: PasswordPolicy
            metadata: {name: default}
            spec: {maximumRepeats: 2}
            """),
        .manifests(
            "a vendor without the setting",
            in: .aws,
            """
            apiVersion: writ/v1
            kind: PasswordPolicy
            metadata: {name: default}
            spec: {maximumRepeats: 0}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("repeated-characters", row) }
}
