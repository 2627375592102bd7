internal import WritDiagnostics

extension Rule {
    /// An action, a resource or a principal that belongs to one cloud.
    static let foreignName = Rule(
        "POR005", "foreign-name", .low, options: [.dialects],
        page: RulePage(
            summary:
                "A document names an action, a resource or a principal whose name no other cloud can have.",
            why: """
                These names have to be written anew for each cloud. The finding shows how much of a document is tied to \
                one of them.
                """,
            avoid: #"Resource: ["obs:*:*:bucket:logs"]"#,
            references: ["writ policy render"]),
        check: .policy { policy, report in report.findForeign("POR005", in: policy) })
}
