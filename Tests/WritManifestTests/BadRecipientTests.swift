import Testing
import WritDiagnostics
import WritManifest
import WritModel
import WritReport
import WritTestKit

/// Row B095 of the corpus of bad inputs.
@Suite struct BadRecipientTests {
    private static let age = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"

    /// A user whose key goes to `recipient`, as it is spelled in YAML.
    private static func key(_ recipient: String) -> String {
        user("accessKeys:\n  keys:\n    - name: ci\n      deliverTo: \(recipient)")
    }

    static let privateKeys = [
        BadInput(
            "age", key("⟦AGE-SECRET-KEY-1SNSVR6Y0DQQ75P0Q6L393PQ70ZDR82UFNT6TL4FXPUVF4DDPC23QZTGN73⟧"),
            "secret.recipient", "is a private key of age", help: "age-keygen -y"),
        BadInput(
            "age in small letters", key("⟦age-secret-key-1snsvr6y0dqq75p0q6l393pq70zdr82⟧"),
            "secret.recipient",
            "is a private key of age", help: "replace the key"),
        BadInput(
            "the file of age-keygen",
            key(
                "⟦\"# public key: \(age)\\nAGE-SECRET-KEY-1SNSVR6Y0DQQ75P0Q6L393PQ70ZDR82\"⟧"),
            "secret.recipient", "is a private key of age"),
        BadInput(
            "a plugin", key("⟦AGE-PLUGIN-YUBIKEY-1QQPSQQGGDPXZ⟧"), "secret.recipient",
            "is the private side of an age plugin"),
        BadInput(
            "OpenSSH",
            key("⟦\"-----BEGIN OPENSSH PRIVATE KEY-----\\nb3BlbnNzaC1rZXktdjEAAAA\"⟧"),
            "secret.recipient", "is a private key", help: "`.pub`"),
        BadInput(
            "the inside of one of OpenSSH", key("⟦b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQ⟧"),
            "secret.recipient",
            "is a private key"),
        BadInput(
            "PEM", key("⟦\"-----BEGIN PRIVATE KEY-----\\nMIIEvQ\"⟧"), "secret.recipient", "is a private key"),
        BadInput(
            "OpenPGP", key("⟦\"-----BEGIN PGP PRIVATE KEY BLOCK-----\\nlFgEZ\"⟧"),
            "secret.recipient", "is a private key of OpenPGP", help: "gpg --list-keys"),
    ]

    @Test(arguments: privateKeys) func `a private key is named as one and shown nowhere`(_ row: BadInput)
        throws
    {
        row.verify()
        let marked = MarkedText(row.text)
        let found = decode(["m.yaml": marked.bytes]).diagnostics
        #expect(found.map(\.isSecret) == [true])
        let text = render(found, sources: { SourceText(path: $0, bytes: marked.bytes) }, style: .plain)
        #expect(text.contains("[redacted]"))
        let secret = try #require(marked.marked.first)
        for line in secret.split(separator: "\n") where line.count > 12 {
            #expect(!text.contains(line.drop { $0 == " " }))
        }
    }

    @Test func `a private key on lines of its own is shown nowhere`() {
        let lines = [
            "-----BEGIN OPENSSH PRIVATE KEY-----", "b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAA", "QyNTUxOQAAACDGUmA",
        ]
        let text = Self.key("|\n" + lines.map { "        " + $0 }.joined(separator: "\n"))
        let found = decode(["m.yaml": text]).diagnostics
        #expect(found.map(\.code) == ["secret.recipient"])
        let shown = render(found, sources: { SourceText(path: $0, bytes: Array(text.utf8)) }, style: .plain)
        for line in lines { #expect(!shown.contains(line), "\(shown)") }
    }

    static let malformed = [
        BadInput(
            "B095 nothing of the sort", key("⟦ops⟧"), "secret.recipient",
            "keys[0].deliverTo` is no recipient",
            help: "`age1…`"),
        BadInput(
            "B095 checksum", key("⟦\(age.dropLast())q⟧"), "secret.recipient", "is mistyped",
            help: "age-keygen -y"),
        BadInput("B095 cut", key("⟦\(age.dropLast(3))⟧"), "secret.recipient", "has 59 characters"),
        BadInput(
            "B095 mixed", key("⟦\(age.dropLast())P⟧"), "secret.recipient", "mixes capitals and small letters"),
        BadInput(
            "B095 address", key("⟦ann@example.com⟧"), "secret.recipient", "is an e-mail address",
            help: "fingerprint"),
        BadInput("B095 short key id", key("⟦gpg:C9D80514⟧"), "secret.recipient", "is a short key id"),
        BadInput(
            "B095 public key of OpenPGP",
            key("⟦\"-----BEGIN PGP PUBLIC KEY BLOCK-----\\nmDMEZ\"⟧"),
            "secret.recipient", "is the text of a key of OpenPGP", help: "gpg --show-keys"),
        BadInput("empty", key("⟦\"\"⟧"), "value.empty", "keys[0].deliverTo` is empty"),
        BadInput(
            "absent", key("").replacing("deliverTo: ", with: "⟦deliverTo⟧:"), "type.null", "has no value"),
        BadInput(
            "a list", key("[a]").replacing("deliverTo", with: "⟦deliverTo⟧"), "type.expected-text",
            "takes a text"),
        BadInput("another secret", key("⟦AKIAIOSFODNN7EXAMPLE⟧"), "secret.plaintext", "an access key"),
        BadInput("a number", key("⟦12345678⟧"), "type.quote-it", "12345678"),
        BadInput(
            "a reversed comment", key("⟦\"\(sampleRecipients[1]) \\u202eann\"⟧"), "text.bidi", "U+202E"),
    ]

    @Test(arguments: malformed) func `what is no recipient is told where it stands, with what it is`(
        _ row: BadInput
    ) {
        row.verify()
    }

    @Test(arguments: sampleRecipients) func `recipients are read, and written as they were`(
        _ recipient: Recipient
    ) {
        let decoding = decode(["m.yaml": Self.key("\(recipient)")])
        #expect(decoding.diagnostics == [])
        let key = decoding.state.objects[Address(.user, "x")]?.fields[.accessKeysKeys]
        #expect(
            key == .list(.init(.exactly, [.accessKey(DeclaredAccessKey(name: "ci", deliverTo: recipient))])))
    }

    @Test func `the comment of an SSH key may be anything`() {
        let decoding = decode(["m.yaml": Self.key("\(sampleRecipients[1]) Ann's laptop, 日本 <ann@host>")])
        #expect(decoding.diagnostics == [])
    }

    @Test func `a private key of age in a comment is a secret`() {
        let text = group(
            "description: x # AGE-SECRET-KEY-1SNSVR6Y0DQQ75P0Q6L393PQ70ZDR82UFNT6TL4FXPUVF4DDPC23QZTGN73")
        #expect(decode(["m.yaml": text]).diagnostics.map(\.code) == ["secret.plaintext"])
    }
}
