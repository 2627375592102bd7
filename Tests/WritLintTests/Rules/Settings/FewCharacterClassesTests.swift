import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct FewCharacterClassesTests {
    static let rows: [RuleRow] = [
        .manifests(
            "two",
            """
            apiVersion: writ/v1
            kind: PasswordPolicy
            metadata: {name: default}
            spec: {minimumCharacterClasses: ⟦2⟧}
            """,
            messages: ["passwords of 2 classes of characters do"],
            help: "write `minimumCharacterClasses: 4`",
            fixed: """
                apiVersion: writ/v1
                kind: PasswordPolicy
                metadata: {name: default}
                spec: {minimumCharacterClasses: 4}
                """,
            applicability: .unsafe),
        .manifests(
            "one, by name",
            in: .aws,
            """
            apiVersion: writ/v1
            kind: PasswordPolicy
            metadata: {name: default}
            spec: {requiredClasses: ⟦[lowercase]⟧}
            """,
            messages: ["passwords of 1 class of characters do"],
            help: "ask for 4 of the four classes"),
        .manifests(
            "all of them by name",
            """
            apiVersion: writ/v1
            kind: PasswordPolicy
            metadata: {name: default}
            spec: {minimumCharacterClasses: 2, requiredClasses: [uppercase, lowercase, digit, symbol]}
            """),
        .manifests(
            "as the site agreed",
            """
            apiVersion: writ/v1
            kind: PasswordPolicy
            metadata: {name: default}
            spec: {minimumCharacterClasses: 3}
            """,
            options: ["minimum": .integer(3)]),
        .manifests(
            "not stated",
            """
            apiVersion: writ/v1
            kind: PasswordPolicy
            metadata: {name: default}
            spec: {minimumLength: 14}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("few-character-classes", row) }
}
