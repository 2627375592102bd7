internal import WritDiagnostics

extension Rule {
    /// A way to administration over agencies or several steps.
    static let escalationChain = Rule(
        "ESC011", "escalation-chain", .critical,
        page: RulePage(
            summary:
                "Somebody who is no administrator can become one by assuming an agency, or by several steps one after the other.",
            why: """
                Each step looks harmless; together they end at everything. The notes show the chain with a request for \
                each link: cutting one of them is enough. Every request of the way was decided with all that reaches the \
                one who goes it, Denies included.
                """,
            avoid: """
                developer -> passes `build` -> assumes `deploy` -> administrator
                """,
            prefer: """
                developer -> passes `build`
                """,
            references: ["PMapper", "Huawei Cloud Access Analyzer"]),
        check: .account { account, report in
            report.findEscalations(
                "ESC011", in: account,
                help: "cut one link: the one that fewest people need")
        })
}
