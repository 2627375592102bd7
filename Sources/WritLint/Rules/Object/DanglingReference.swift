internal import WritDiagnostics

extension Rule {
    /// A name that stands for nothing.
    static let danglingReference = Rule(
        "OBJ001", "dangling-reference", .error,
        page: RulePage(
            summary: "A list names a user, group or policy that this target does not declare.",
            why: """
                Nothing can be planned from it. A misspelled group leaves somebody without access, or with a Deny that never \
                reaches them.
                """,
            avoid: "groups: [dve]",
            prefer: "groups: [dev]"),
        diagnostics: ["ref.missing"],
        check: .reading)
}
