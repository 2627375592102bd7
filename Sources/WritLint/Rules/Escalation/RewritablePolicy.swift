internal import WritDiagnostics

extension Rule {
    /// A policy that its own holder can rewrite.
    static let rewritablePolicy = Rule(
        "ESC001", "rewritable-policy", .critical,
        page: RulePage(
            summary: "Somebody who is no administrator can rewrite a policy that reaches them.",
            why: """
                Whoever may write the text of a policy that they hold may write `*` into it, and is an administrator one \
                request later. Every request of the way was decided with all that reaches the one who goes it, Denies \
                included.
                """,
            avoid: """
                Action: ["iam:policies:createVersionV5"]      # on every policy
                """,
            prefer: """
                Action: ["iam:policies:createVersionV5"]
                Resource: ["iam:*:*:policy:reports-*"]      # which they do not hold
                """,
            references: [
                "Rhino Security Labs: CreateNewPolicyVersion", "cloudsplaining",
                "Checkov CKV_AWS_110, CKV_AWS_286",
            ]),
        check: .account { account, report in
            report.findEscalations(
                "ESC001", in: account,
                help: "name the policies that may be written, none of which reaches whoever may write them")
        })
}
