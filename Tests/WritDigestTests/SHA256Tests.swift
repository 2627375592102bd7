import Testing
import WritDigest

struct SHA256Tests {
    /// FIPS 180-2, appendix B, and the empty message.
    static let vectors = [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ]

    @Test("the published vectors", arguments: vectors)
    func vector(text: String, hex: String) {
        #expect(Digest(of: text).hex == hex)
        #expect(Digest(of: Array(text.utf8)) == Digest(of: text))
        #expect(Digest(parsing: "sha256:" + hex) == Digest(of: text))
    }

    @Test(
        "what is no digest is not read",
        arguments: [
            "", "sha256:", "sha256:12", String(repeating: "a", count: 64),
            "sha256:" + String(repeating: "A", count: 64), "sha256:" + String(repeating: "a", count: 65),
            "sha512:" + String(repeating: "a", count: 64),
        ])
    func malformed(text: String) {
        #expect(Digest(parsing: text) == nil)
    }
}
