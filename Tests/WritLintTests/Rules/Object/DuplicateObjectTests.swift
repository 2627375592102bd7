import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct DuplicateObjectTests {
    static let rows: [RuleRow] = [
        .manifests(
            "in another case",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: ⟦Ann⟧}
            spec: {}
            """,
            messages: ["`user/Ann` and `user/ann` differ only in case, which stores ignore"]),
        .manifests(
            "twice",
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: dev}
            spec: {}
            ---
            apiVersion: writ/v1
            kind: Group
            metadata: {name: ⟦dev⟧}
            spec: {}
            """,
            messages: ["`group/dev` is declared twice"]),
        .manifests(
            "of another kind",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: dev}
            spec: {}
            ---
            apiVersion: writ/v1
            kind: Group
            metadata: {name: dev}
            spec: {}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("duplicate-object", row) }
}
