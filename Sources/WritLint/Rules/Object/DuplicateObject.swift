internal import WritDiagnostics

extension Rule {
    /// One object declared twice.
    static let duplicateObject = Rule(
        "OBJ002", "duplicate-object", .error,
        page: RulePage(
            summary: "Two manifests declare one object, or two whose names differ only in case.",
            why: """
                Vendors ignore the case of names, so that both manifests stand for one object and each would undo what the other \
                one says.
                """,
            avoid: "metadata: {name: Ann}  # beside `ann`",
            prefer: "metadata: {name: ann.lee}"),
        diagnostics: ["object.duplicate", "object.duplicate-folded"],
        check: .reading)
}
