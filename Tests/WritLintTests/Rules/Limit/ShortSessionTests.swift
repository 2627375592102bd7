import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct ShortSessionTests {
    static let rows: [RuleRow] = [
        .manifests(
            "a quarter of an hour",
            """
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: build}
            spec:
              maxSessionSeconds: ⟦900⟧
            """, messages: ["sessions of `build` end after 900 seconds, and 3600 are the fewest"],
            help: "write 3600 or more, and let callers ask for less",
            fixed: """
                apiVersion: writ/v1
                kind: Agency
                metadata: {name: build}
                spec:
                  maxSessionSeconds: 3600
                """, applicability: .unsafe),
        .manifests(
            "an hour", in: .aws,
            "apiVersion: writ/v1\nkind: Agency\nmetadata: {name: build}\nspec: {maxSessionSeconds: 3600}\n"),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("short-session", row) }
}
