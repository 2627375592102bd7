internal import WritDiagnostics

extension Rule {
    /// An identity provider that others can change.
    static let editableFederation = Rule(
        "ESC008", "editable-federation", .critical,
        page: RulePage(
            summary:
                "Somebody who is no administrator can change whom an identity provider lets in, and as what.",
            why: """
                A mapping or a provider's metadata decides who is an administrator by federation: whoever may change it \
                signs in as one. Every request of the way was decided with all that reaches the one who goes it, Denies \
                included.
                """,
            avoid: """
                Action: ["iam:identityProviders:updateMapping"]
                """,
            prefer: """
                Action: ["iam:identityProviders:getMapping"]
                """),
        check: .account { account, report in
            report.findEscalations(
                "ESC008", in: account,
                help: "leave it to those who are administrators")
        })
}
