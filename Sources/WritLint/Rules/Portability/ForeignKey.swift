internal import WritDiagnostics

extension Rule {
    /// A condition key that another cloud has not.
    static let foreignKey = Rule(
        "POR003", "foreign-key", .medium, options: [.dialects],
        page: RulePage(
            summary: "A condition asks for a key that has no counterpart in another cloud.",
            why: """
                A key that nobody sets is always absent: there the condition never holds, or always does.
                """,
            avoid: #"Bool: {"g:MFAPresent": ["true"]}"#,
            references: ["writ policy render"]),
        check: .policy { policy, report in report.findForeign("POR003", in: policy) })
}
