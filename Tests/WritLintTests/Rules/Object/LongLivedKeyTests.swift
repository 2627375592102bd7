import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct LongLivedKeyTests {
    static let rows: [RuleRow] = [
        .manifests(
            "too old",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ci}
            spec: {accessKeys: {max: 1, maxAgeDays: ⟦400⟧}}
            """,
            messages: ["the access keys of `ci` may become 400 days old, more than 90"],
            help: "write `maxAgeDays: 90`",
            fixed: """
                apiVersion: writ/v1
                kind: User
                metadata: {name: ci}
                spec: {accessKeys: {max: 1, maxAgeDays: 90}}
                """,
            applicability: .unsafe),
        .manifests(
            "any age",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ci}
            spec: {accessKeys: {max: ⟦2⟧}}
            """,
            messages: ["the access keys of `ci` may become any age"],
            fixed: """
                apiVersion: writ/v1
                kind: User
                metadata: {name: ci}
                spec: {accessKeys: {max: 2, maxAgeDays: 90}}
                """,
            applicability: .unsafe),
        .manifests(
            "any age of a declared key",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ci}
            spec: {accessKeys: {keys: ⟦[{name: main}]⟧}}
            """),
        .manifests(
            "young enough",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ci}
            spec: {accessKeys: {max: 1, maxAgeDays: 90}}
            """),
        .manifests(
            "as the site agreed",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ci}
            spec: {accessKeys: {max: 1, maxAgeDays: 180}}
            """,
            options: ["days": .integer(180)]),
        .manifests(
            "no keys",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {accessKeys: {max: 0}}
            """),
        .manifests(
            "cannot call",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {programmatic: false, accessKeys: {max: 1, maxAgeDays: 400}}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("long-lived-key", row) }
}
