internal import WritDiagnostics

extension Rule {
    /// An element that another cloud has not.
    static let foreignElement = Rule(
        "POR001", "foreign-element", .medium, options: [.dialects],
        page: RulePage(
            summary: "A document uses an element that the form of another cloud has not.",
            why: """
                The document cannot be carried there as it is, or loses what the element said.
                """,
            avoid: #"NotAction: ["iam:*:*"]      # JD Cloud has no NotAction"#,
            references: ["writ policy render"]),
        check: .policy { policy, report in report.findForeign("POR001", in: policy) })
}
