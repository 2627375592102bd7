internal import WritDiagnostics

extension Rule {
    /// An agency of administrators that others can hand to what they start.
    static let passedAgency = Rule(
        "ESC006", "passed-agency", .critical,
        page: RulePage(
            summary:
                "Somebody who is no administrator can start something that runs under an agency which leads to administration.",
            why: """
                What runs under an agency gets its credentials, and whoever started it reads them there. Every request of \
                the way was decided with all that reaches the one who goes it, Denies included.
                """,
            avoid: """
                Action: ["iam:agencies:pass", "ecs:cloudServers:create"]
                """,
            prefer: """
                Action: ["iam:agencies:pass", "ecs:cloudServers:create"]
                Resource: ["iam:*:*:agency:web-servers"]
                """,
            references: ["Rhino Security Labs: PassExistingRoleToNew…", "cloudsplaining", "PMapper"]),
        check: .account { account, report in
            report.findEscalations(
                "ESC006", in: account,
                help: "name the agencies that may be passed, and the services that they may be passed to")
        })
}
