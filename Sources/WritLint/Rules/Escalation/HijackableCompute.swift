internal import WritDiagnostics

extension Rule {
    /// Something that runs under an agency of administrators, and that others can take over.
    static let hijackableCompute = Rule(
        "ESC007", "hijackable-compute", .high,
        page: RulePage(
            summary:
                "Somebody who is no administrator can take over what already runs under an agency that leads to administration.",
            why: """
                New code in an old function, or a shell on a running server, has the credentials of the agency without \
                anybody passing it. Every request of the way was decided with all that reaches the one who goes it, \
                Denies included.
                """,
            avoid: """
                Action: ["functiongraph:function:updateCode"]
                """,
            prefer: """
                Action: ["functiongraph:function:updateCode"]
                Resource: ["functiongraph:*:*:function:web-*"]
                """,
            references: ["cloudsplaining", "Prowler iam_policy_allows_privilege_escalation"]),
        check: .account { account, report in
            report.findEscalations(
                "ESC007", in: account,
                help: "name the functions, servers and jobs that may be changed")
        })
}
