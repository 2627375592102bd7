internal import WritDiagnostics

extension Rule {
    /// An agency of administrators whose trust others can change.
    static let rewritableTrust = Rule(
        "ESC005", "rewritable-trust", .critical,
        page: RulePage(
            summary:
                "Somebody who is no administrator can change whom an agency trusts that leads to administration.",
            why: """
                Whoever decides who may assume an agency lets themselves in. Every request of the way was decided with \
                all that reaches the one who goes it, Denies included.
                """,
            avoid: """
                Action: ["iam:agencies:updateAgency"]      # every agency
                """,
            prefer: """
                Action: ["iam:agencies:updateAgency"]
                Resource: ["iam:*:*:agency:build-*"]
                """,
            references: ["Rhino Security Labs: UpdateAssumeRolePolicy", "cloudsplaining"]),
        check: .account { account, report in
            report.findEscalations(
                "ESC005", in: account,
                help: "name the agencies whose trust may be changed")
        })
}
