import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct DanglingReferenceTests {
    static let rows: [RuleRow] = [
        .manifests(
            "a misspelled group",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {groups: [⟦dve⟧]}
            ---
            apiVersion: writ/v1
            kind: Group
            metadata: {name: dev}
            spec: {}
            """,
            messages: ["there is no `group/dve` in this target"],
            help: "did you mean `dev`?"),
        .manifests(
            "an attachment",
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: dev}
            spec: {policies: [⟦ledger-read⟧]}
            """),
        .manifests(
            "an external one",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {groups: [{external: staff}]}
            """),
        .manifests(
            "a declared one",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {groups: [dev]}
            ---
            apiVersion: writ/v1
            kind: Group
            metadata: {name: dev}
            spec: {}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("dangling-reference", row) }
}
