import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct BlastRadiusTests {
    static let rows: [RuleRow] = [
        .manifests(
            "one of two goes",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {}
            """,
            before: """
                apiVersion: writ/v1
                kind: User
                metadata: {name: ann}
                spec: {}
                ---
                apiVersion: writ/v1
                kind: User
                metadata: {name: bob}
                spec: {}
                """),
        .manifests(
            "two are renamed",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: a, formerly: [ann]}
            spec: {}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: b, formerly: [bob]}
            spec: {}
            """,
            before: """
                apiVersion: writ/v1
                kind: User
                metadata: {name: ann}
                spec: {}
                ---
                apiVersion: writ/v1
                kind: User
                metadata: {name: bob}
                spec: {}
                """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("blast-radius", row) }

    @Test func tellsOfTheTarget() {
        let row = RuleRow.manifests(
            "two of three go",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {}
            """,
            before: """
                apiVersion: writ/v1
                kind: User
                metadata: {name: ann}
                spec: {}
                ---
                apiVersion: writ/v1
                kind: User
                metadata: {name: bob}
                spec: {}
                ---
                apiVersion: writ/v1
                kind: User
                metadata: {name: eve}
                spec: {}
                """)
        expectOfTarget(
            "blast-radius", row, ["2 of 3 objects of the kind `User` would be deleted, the limit is 1"],
            notes: [
                "`user/bob` is one of them", "`user/eve` is one of them",
            ])
    }

    @Test(arguments: ["spec: {displayName: After}", "spec: {}\n# renamed"])
    func countsChangedAndRenamedObjects(after: String) {
        func users(_ names: (Int) -> String, _ rest: String) -> String {
            (1...11).map { "apiVersion: writ/v1\nkind: User\nmetadata: \(names($0))\n\(rest)\n" }
                .joined(separator: "---\n")
        }
        let isRename = after.contains("renamed")
        let now = users({ isRename ? "{name: v\($0), formerly: [u\($0)]}" : "{name: u\($0)}" }, after)
        let row = RuleRow.manifests("all change", now, before: users({ "{name: u\($0)}" }, "spec: {}"))
        let name = isRename ? "v" : "u"
        expectOfTarget(
            "blast-radius", row, ["11 of 11 objects would be changed, the limit is 10"],
            notes: [1, 10, 11, 2, 3, 4, 5, 6, 7, 8].map { "`user/\(name)\($0)` is one of them" })
    }

    @Test func leavesNewObjectsOut() {
        let now = (1...11).map { "apiVersion: writ/v1\nkind: User\nmetadata: {name: u\($0)}\nspec: {}\n" }
            .joined(separator: "---\n")
        expectOfTarget("blast-radius", RuleRow.manifests("all are new", now, before: ""), [])
    }
}
