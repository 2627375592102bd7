internal import WritDiagnostics

extension Rule {
    /// Somebody who can attach any policy to itself.
    static let selfGranting = Rule(
        "ESC002", "self-granting", .critical,
        page: RulePage(
            summary:
                "Somebody who is no administrator can attach any policy to themselves, to a group of theirs or to an agency they can assume.",
            why: """
                The right to grant is the right to everything that can be granted. Every request of the way was decided \
                with all that reaches the one who goes it, Denies included.
                """,
            avoid: """
                Action: ["iam:users:attachPolicyV5"]
                """,
            prefer: """
                Action: ["iam:users:attachPolicyV5"]
                Condition: {StringEquals: {"iam:PolicyURN": ["iam::system:policy:ReadOnly"]}}
                """,
            references: ["Rhino Security Labs: AttachUserPolicy", "cloudsplaining", "PMapper"]),
        check: .account { account, report in
            report.findEscalations(
                "ESC002", in: account,
                help: "limit which policies may be attached, or to whom")
        })
}
