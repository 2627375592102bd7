internal import WritDiagnostics

extension Rule {
    /// A wildcard or a variable that another cloud reads as text.
    static let foreignPattern = Rule(
        "POR004", "foreign-pattern", .medium, options: [.dialects],
        page: RulePage(
            summary: "A wildcard, a variable or a whole statement means something else in another cloud.",
            why: """
                The entry would be read there as other actions, resources or values, without an error.
                """,
            avoid: #"Action: ["ecs:servers:get?"]      # a wildcard in one cloud, a character in the next"#,
            references: ["writ policy render"]),
        check: .policy { policy, report in report.findForeign("POR004", in: policy) })
}
