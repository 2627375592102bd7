import Testing
import WritDiagnostics
import WritLint
import WritModel
import WritPolicy

@Suite struct PlaintextSecretTests {
    static let rows: [RuleRow] = [
        .manifests(
            "a key in a text",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {description: ⟦ghp_abcdefghijklmnopqrstuvwxyz0123456789⟧}
            """,
            messages: ["`description` holds what looks like an access token"],
            severity: .error,
            isWaivable: false),
        .manifests(
            "a word about keys",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {description: rotates the keys of the ledger}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("plaintext-secret", row) }
}
