internal import WritDiagnostics

extension Rule {
    /// A key, a password or a token in a manifest.
    static let plaintextSecret = Rule(
        "OBJ025", "plaintext-secret", .critical,
        page: RulePage(
            summary: "A manifest holds a key, a password or a token.",
            why: """
                It stays in the history of the repository for everybody who ever clones it. Writ makes passwords and keys itself \
                and delivers them encrypted to one recipient.
                """,
            avoid: "description: password hunter2, key AKIA...",
            prefer: "accessKeys: {keys: [{name: ci, deliverTo: age1...}]}",
            references: ["gitleaks", "trufflehog"]),
        diagnostics: ["secret.plaintext"],
        check: .reading)
}
