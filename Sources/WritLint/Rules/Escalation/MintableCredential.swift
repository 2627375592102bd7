internal import WritDiagnostics

extension Rule {
    /// Credentials of a stronger user that others can make.
    static let mintableCredential = Rule(
        "ESC004", "mintable-credential", .critical,
        page: RulePage(
            summary:
                "Somebody who is no administrator can make or reset the key or password of a user who leads to administration.",
            why: """
                With the key or the password of another user one is that user, and the trail names the wrong one. Every \
                request of the way was decided with all that reaches the one who goes it, Denies included.
                """,
            avoid: """
                Action: ["iam:credentials:createCredential"]      # of every user
                """,
            prefer: """
                Action: ["iam:credentials:createCredential"]
                Resource: ["iam:*:*:user:${g:UserName}"]
                """,
            references: [
                "Rhino Security Labs: CreateAccessKey, UpdateLoginProfile", "cloudsplaining", "PMapper",
            ]),
        check: .account { account, report in
            report.findEscalations(
                "ESC004", in: account,
                help: "limit it to the own user, or to users that are no stronger")
        })
}
