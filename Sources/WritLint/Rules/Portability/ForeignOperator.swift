internal import WritDiagnostics

extension Rule {
    /// A condition operator that another cloud has not.
    static let foreignOperator = Rule(
        "POR002", "foreign-operator", .medium, options: [.dialects],
        page: RulePage(
            summary:
                "A condition uses an operator that another cloud has not, or that the vendors read differently where the key is absent.",
            why: """
                The condition would be refused there, or hold for other requests than here.
                """,
            avoid:
                #"NumericLessThan: {"aws:MultiFactorAuthAge": "3600"}      # JD Cloud has StringEquals alone"#,
            references: ["writ policy render"]),
        check: .policy { policy, report in report.findForeign("POR002", in: policy) })
}
