import Testing
import WritDiagnostics
import WritManifest
import WritModel
import WritReport

/// Rows B092 to B094 of the corpus of bad inputs.
@Suite struct BadSecretTests {
    static let rows = [
        BadInput(
            "B092 password", user("password: ⟦hunter2⟧"), "secret.plaintext", "manifests hold no secrets"),
        BadInput(
            "B092 secret_key", user("secret_key: ⟦hunter2⟧"), "secret.plaintext", "manifests hold no secrets"),
        BadInput(
            "B092 in a section", user("console: {password: ⟦hunter2⟧}"), "secret.plaintext",
            "manifests hold no secrets"),
        BadInput(
            "B092 of an access key", user("accessKeys: {keys: [{name: a, secret: ⟦hunter2⟧}]}"),
            "secret.plaintext", "manifests hold no secrets"),
        BadInput(
            "B093 access key of AWS", group("description: ⟦use AKIAIOSFODNN7EXAMPLE⟧"), "secret.plaintext",
            "an access key"),
        BadInput(
            "B093 access key of Huawei Cloud", group("description: ⟦AK HF2ZQ0T4VJ8K1XW7P3RN⟧"),
            "secret.plaintext", "an access key"),
        BadInput(
            "B093 secret key", group("description: ⟦wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY⟧"),
            "secret.plaintext", "a secret key"),
        BadInput(
            "B093 private key", group("description: ⟦\"-----BEGIN RSA PRIVATE KEY-----\\nMIIE\"⟧"),
            "secret.plaintext", "a private key"),
        BadInput(
            "B093 web token",
            group("description: ⟦eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmN⟧"),
            "secret.plaintext", "a web token"),
        BadInput(
            "in a document",
            policy("document: {Statement: {Effect: Allow, Resource: ⟦AKIAIOSFODNN7EXAMPLE⟧}}"),
            "secret.plaintext", "an access key"),
        BadInput(
            "B094 sops block", group("") + "⟦sops⟧: {kms: []}\n", "secret.encrypted-unexpected", "encrypted"),
        BadInput(
            "B094 sops value", group("⟦description⟧: ENC[AES256_GCM,data:abc]"),
            "secret.encrypted-unexpected",
            "encrypted"),
        BadInput(
            "B094 age value", group("⟦description⟧: |\n  -----BEGIN AGE ENCRYPTED FILE-----\n  YWdl"),
            "secret.encrypted-unexpected", "encrypted"),
    ]

    @Test(arguments: rows) func `a secret is reported once and not repeated`(_ row: BadInput) throws {
        row.verify()
        let marked = MarkedText(row.text)
        let found = decode(["m.yaml": marked.bytes]).diagnostics
        let text = render(found, sources: { SourceText(path: $0, bytes: marked.bytes) }, style: .plain)
        let secret = try #require(marked.marked.first)
        guard row.code == "secret.plaintext" else { return }
        #expect(found.map(\.isSecret) == [true])
        #expect(!text.contains(secret))
        #expect(text.contains("[redacted]"))
    }

    @Test func `secrets are found where nothing else is read`() {
        let secret = "AKIAIOSFODNN7EXAMPLE"
        for text in [
            group("") + "# \(secret)\n", group("description: {a: \(secret)}"), group("members: [\(secret)"),
            group("members: [\n  password: hunter2"), group("colour: {a: \(secret)}"),
        ] {
            let bytes = Array(text.utf8)
            let found = decode(["m.yaml": bytes]).diagnostics
            #expect(found.map(\.code).contains("secret.plaintext"), "\(text)")
            let shown = render(found, sources: { SourceText(path: $0, bytes: bytes) }, style: .plain)
            #expect(!shown.contains(secret) && !shown.contains("hunter2"))
        }
    }

    @Test func `a private key is hidden to its end`() throws {
        let marked = MarkedText(
            group("members: [") + "# ⟦-----BEGIN PRIVATE KEY-----\n# MIIE\n# -----END⟧ PRIVATE KEY-----\n")
        let found = decode(["m.yaml": marked.bytes]).diagnostics
        #expect(found.first { $0.isSecret }?.span == marked.spans.first)
    }

    @Test func `no other diagnostic shows the line of a secret`() {
        let source = user("{pasword: x, password: hunter2, enabled: yes}")
        let found = decode(["m.yaml": source]).diagnostics
        #expect(found.map(\.code) == ["schema.unknown-field", "secret.plaintext", "type.expected-bool"])
        let text = render(
            found, sources: { SourceText(path: $0, bytes: Array(source.utf8)) }, style: .plain)
        #expect(!text.contains("hunter2"))
        #expect(text.contains("{pasword: x, password: [redacted], enabled: yes}"))
    }

    @Test(
        arguments: [
            "payments-ledger-read-only-access-for-auditors-2026", "urn:iam::0123456789abcdef:user:alice",
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJqfHVgTlqxVgr2Pmyu9zQm1Tg8Y", "ECS ReadOnlyAccess",
            "9f2c1ab0d41d07e29f2c1ab0d41d07e29f2c1ab0", "INTERNATIONALIZATION",
            "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p",
        ]) func `names, ids and public keys are no secrets`(_ text: String)
    {
        #expect(decode(["m.yaml": group("description: '\(text)'")]).diagnostics == [])
    }
}
