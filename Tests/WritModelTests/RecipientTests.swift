import Testing

@testable import WritModel

/// Texts that are recipients, and texts that people take for one.
@Suite struct RecipientTests {
    static let age = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"
    static let ed25519 = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIElSITmYA3KgMETGO8eFNtxnqq+fU/57SWgAsM++7uIz"
    static let rsa2048 =
        "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQDSaF+HO5Tu9ABMU9XzKr7X9Xb1daLN9s+uG3sQrdzjH9ad58HgS86Y5+kPf0xGohq98HkFhCQV"
        + "ZzH4yPRbXLmj8LrjIYOULroZB5yZUjCXCm6LgqVyteF0Swyd5BJC5dk/f2aa1hAJ7oErhDTRCq+SiMkn/UW6vXyMKWeFisd4Ctwhslm2q85c/"
        + "RbxfWWS35TMbmGyK8ckoF+GbXVc8iYjtTaUc5Kzsd0oTLJR7rAnnbEkpuJLQDa7q1A44QUInrtbL1SEN3Hpugn8YrnDV26VCUs3HqlhbgbohzO"
        + "XTqFyD89quks60EWaMuXSYLEdPVX26B5EDUTsrVLQFVL3y3uf"
    static let rsa1024 =
        "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQDUl439ZOYgg1x9+IUUjjm5jp2IIoMUb71e9rhEPScvLIAT2DHLFqjJ/nbukxZvdVd3mWldbTqG"
        + "mB4C2zE3VhNy++Zv1mzRquYibsiAxDqYt1LAmoiLDGUP5f5u73hke5eKWHGdFr0YzhNW3sgm2tlT+57Pff1+tOq+CF7nwq43jw=="
    static let ecdsa =
        "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBI3UFIs3LpIR4MdtcdUg215Z9zZYlHm41JpbdaNP"
        + "g08ncudUzWi0osy07rUecl0HDMKr9idpUtCoxMYOnqiCqmY= x"
    static let fingerprint = "AC0DE1A0E61C6B9D6E4D3C2AF5E1F2B7C9D80514"

    static let good = [
        (age, age), ("  \(age)\n", age), (ed25519, ed25519), ("\(ed25519) ann@host", ed25519),
        ("ssh-ed25519\t\(ed25519.dropFirst(12))  a comment of words", ed25519), (rsa2048, rsa2048),
        ("gpg:\(fingerprint)", "gpg:\(fingerprint)"),
        ("gpg:\(fingerprint.lowercased())", "gpg:\(fingerprint)"),
        ("gpg:" + String(repeating: "AB", count: 32), "gpg:" + String(repeating: "AB", count: 32)),
    ]

    @Test(arguments: good) func `recipients have one text`(_ text: String, _ canonical: String) throws {
        let recipient = try Recipient(parsing: text)
        #expect(recipient.description == canonical)
        #expect(try Recipient(parsing: canonical) == recipient)
    }

    @Test func `what programs need of a key is at hand`() throws {
        #expect(try Recipient(parsing: Self.age).key == .age)
        guard case .ssh(let blob, let isRSA) = try Recipient(parsing: Self.rsa2048).key else {
            Issue.record("no SSH key")
            return
        }
        #expect(blob.count == 279 && isRSA)
        #expect(
            try Recipient(parsing: "gpg:" + Self.fingerprint).key == .openPGP(fingerprint: Self.fingerprint))
    }

    /// A text that is no recipient, and words of why and of what helps.
    struct Mistake: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var text: String
        var reason: String
        var help = ""
        var isSecret = false
    }

    static let ofAge = [
        Mistake(
            testDescription: "a changed character", text: age.replacing("hjy5", with: "hjy4"),
            reason: "is mistyped"),
        Mistake(
            testDescription: "two swapped characters", text: age.replacing("hjy5", with: "hj5y"),
            reason: "is mistyped"),
        Mistake(
            testDescription: "one missing", text: String(age.dropLast()),
            reason: "has 61 characters, and a recipient of age has 62"),
        Mistake(testDescription: "one too many", text: age + "q", reason: "has 63 characters"),
        Mistake(
            testDescription: "nothing behind the start", text: "age1", reason: "ends before the key does"),
        Mistake(testDescription: "capitals", text: age.uppercased(), reason: "in capitals", help: age),
        Mistake(
            testDescription: "a capital", text: age.replacing("hjy5", with: "hJy5"),
            reason: "mixes capitals and small letters"),
        Mistake(
            testDescription: "an o", text: age.replacing("hjy5", with: "hjyo"), reason: "has a `o` in it"),
        Mistake(
            testDescription: "another script", text: age.replacing("hjy5", with: "hjyа"),
            reason: "has a character in it"),
        Mistake(
            testDescription: "a space", text: age.replacing("hjy5", with: "hj 5"),
            reason: "has a character in it"),
        // bech32 of other bytes and prefixes, with checksums that fit.
        Mistake(
            testDescription: "31 bytes", text: bech32("age", 31), reason: "of age of 31 bytes, and one has 32"
        ),
        Mistake(testDescription: "33 bytes", text: bech32("age", 33), reason: "33 bytes"),
        Mistake(testDescription: "zeros", text: bech32("age", 32, of: 0), reason: "is a key of zeros"),
        Mistake(
            testDescription: "a plugin", text: bech32("age1yubikey", 33),
            reason: "is a recipient of an age plugin", help: "age-keygen"),
        Mistake(
            testDescription: "Nostr", text: bech32("npub", 32), reason: "is a text of `npub`, not of age",
            help: "`age1…`"),
        Mistake(
            testDescription: "Bitcoin", text: "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
            reason: "is a text of `bc`"),
    ]

    static let ofSSH = [
        Mistake(testDescription: "a type alone", text: "ssh-ed25519", reason: "no key", help: "`.pub`"),
        Mistake(testDescription: "a cut key", text: String(ed25519.dropLast(4)), reason: "no whole SSH key"),
        Mistake(
            testDescription: "a cut key, in the middle of four", text: String(ed25519.dropLast()),
            reason: "no whole SSH key"),
        Mistake(
            testDescription: "something behind the key", text: ed25519 + "AAAA", reason: "no whole SSH key"),
        Mistake(
            testDescription: "another type inside", text: ed25519.replacing("ssh-ed25519", with: "ssh-rsa"),
            reason: "no whole SSH key"),
        Mistake(
            testDescription: "no base64", text: ed25519.replacing("+", with: "-"), reason: "no whole SSH key"),
        Mistake(
            testDescription: "RSA of 1024 bits", text: rsa1024, reason: "of 1024 bits",
            help: "ssh-keygen -t ed25519"),
        Mistake(
            testDescription: "an even RSA modulus", text: rsa2048.replacing("y3uf", with: "y3ue"),
            reason: "no whole SSH key"),
        Mistake(
            testDescription: "ECDSA", text: ecdsa,
            reason: "of a type that age does not encrypt to, `ecdsa-sha2-nistp256`"),
        Mistake(testDescription: "DSA", text: "ssh-dss AAAAB3NzaC1kc3MAAACB", reason: "`ssh-dss`"),
        Mistake(
            testDescription: "a security key", text: "sk-ssh-ed25519@openssh.com AAAAGnNr",
            reason: "does not encrypt to"),
        Mistake(
            testDescription: "a certificate", text: "ssh-ed25519-cert-v01@openssh.com AAAAIHNz",
            reason: "is an SSH certificate"),
        Mistake(
            testDescription: "options before it", text: "from=\"10.0.0.1\" \(ed25519)",
            reason: "does not encrypt to"),
        Mistake(testDescription: "no type", text: String(ed25519.dropFirst(12)), reason: "without its type"),
        Mistake(
            testDescription: "a fingerprint", text: "SHA256:nThbg6kXUpJWGl7E1IGOCspRomTxdCARLviKw6E5SY8",
            reason: "is the fingerprint of an SSH key"),
    ]

    static let ofOpenPGP = [
        Mistake(
            testDescription: "no gpg: before it", text: fingerprint, reason: "without `gpg:`",
            help: "gpg:\(fingerprint)"),
        Mistake(
            testDescription: "0x before it", text: "0x\(fingerprint.lowercased())", reason: "without `gpg:`",
            help: "gpg:\(fingerprint)"),
        Mistake(
            testDescription: "spaces in it", text: "gpg:AC0D E1A0 E61C 6B9D 6E4D  3C2A F5E1 F2B7 C9D8 0514",
            reason: "not in one piece", help: "gpg:\(fingerprint)"),
        Mistake(testDescription: "GPG: before it", text: "GPG:\(fingerprint)", reason: "without `gpg:`"),
        Mistake(testDescription: "a link", text: "OPENPGP4FPR:\(fingerprint)", reason: "without `gpg:`"),
        Mistake(
            testDescription: "a long key id", text: "gpg:F5E1F2B7C9D80514",
            reason: "is a short key id, and anybody can make a key that has it", help: "whole fingerprint"),
        Mistake(testDescription: "a short key id", text: "0xC9D80514", reason: "is a short key id"),
        Mistake(
            testDescription: "version 3", text: "gpg:" + String(repeating: "AB", count: 16),
            reason: "version 3"),
        Mistake(
            testDescription: "39 digits", text: "gpg:\(fingerprint.dropLast())", reason: "names no key",
            help: "40 digits"),
        Mistake(testDescription: "a user", text: "gpg:ann@example.com", reason: "names no key"),
        Mistake(
            testDescription: "an address", text: "ann@example.com",
            reason: "is an e-mail address, and anybody can make a key for one"),
        Mistake(
            testDescription: "a name and an address", text: "Ann <ann@example.com>",
            reason: "is an e-mail address"),
        Mistake(
            testDescription: "an armored key", text: "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nmDME",
            reason: "goes into a keyring", help: "gpg --show-keys"),
        Mistake(
            testDescription: "a public key in PEM", text: "-----BEGIN PUBLIC KEY-----\nMIIB",
            reason: "is a public key in PEM"),
        Mistake(
            testDescription: "a certificate in PEM", text: "-----BEGIN CERTIFICATE-----\nMIIB",
            reason: "is a public key in PEM"),
        Mistake(testDescription: "nothing", text: "  ", reason: "is no recipient"),
        Mistake(
            testDescription: "a word", text: "ops-team", reason: "is no recipient", help: "`gpg:FINGERPRINT`"),
    ]

    static let privateKeys = [
        Mistake(
            testDescription: "age",
            text: "AGE-SECRET-KEY-1SNSVR6Y0DQQ75P0Q6L393PQ70ZDR82UFNT6TL4FXPUVF4DDPC23QZTGN73",
            reason: "is a private key of age", help: "age-keygen -y", isSecret: true),
        Mistake(
            testDescription: "age, hybrid", text: "AGE-SECRET-KEY-PQ-1SNSVR6Y0DQQ75",
            reason: "is a private key of age", isSecret: true),
        Mistake(
            testDescription: "a plugin", text: "AGE-PLUGIN-YUBIKEY-1QQPSQQGG", reason: "private side",
            isSecret: true),
        Mistake(
            testDescription: "OpenSSH", text: "-----BEGIN OPENSSH PRIVATE KEY-----",
            reason: "is a private key", isSecret: true),
        Mistake(
            testDescription: "OpenPGP", text: "-----BEGIN PGP PRIVATE KEY BLOCK-----",
            reason: "private key of OpenPGP", isSecret: true),
        Mistake(
            testDescription: "PuTTY", text: "PuTTY-User-Key-File-3: ssh-ed25519", reason: "is a private key",
            isSecret: true),
        Mistake(
            testDescription: "an encrypted one", text: "-----BEGIN ENCRYPTED PRIVATE KEY-----",
            reason: "is a private key", isSecret: true),
        Mistake(
            testDescription: "Nostr", text: bech32("nsec", 32), reason: "is a private key of Nostr",
            isSecret: true),
        Mistake(
            testDescription: "behind a recipient", text: "\(age) AGE-SECRET-KEY-1SNSVR",
            reason: "is a private key of age", isSecret: true),
    ]

    @Test(arguments: ofAge + ofSSH + ofOpenPGP + privateKeys)
    func `a mistake is told by what it is, and not repeated`(_ row: Mistake) {
        let problem = #expect(throws: RecipientProblem.self) { try Recipient(parsing: row.text) }
        guard let problem else { return }
        #expect(problem.reason.contains(row.reason), "\(problem.reason)")
        #expect(problem.help.contains(row.help) && !problem.help.isEmpty, "\(problem.help)")
        #expect(problem.isSecret == row.isSecret)
        if row.isSecret || row.reason.contains("e-mail") {
            for word in row.text.split(whereSeparator: { $0 == " " || $0 == "\n" }) where word.count > 14 {
                #expect(!problem.reason.contains(word) && !problem.help.contains(word))
            }
        }
    }

    @Test func `any one changed character of a recipient is found`() {
        let alphabet = Array("qpzry9x8gf2tvdw0s3jn54khce6mua7l1bio")
        let characters = Array(Self.age)
        for index in characters.indices {
            for other in alphabet where other != characters[index] {
                var changed = characters
                changed[index] = other
                #expect(throws: RecipientProblem.self) { try Recipient(parsing: String(changed)) }
            }
        }
    }

    /// BIP 173, "Test vectors".
    static let vectors = [
        ("A12UEL5L", "a"), ("a12uel5l", "a"), ("abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw", "abcdef"),
        (
            "an83characterlonghumanreadablepartthatcontainsthenumber1andtheexcludedcharactersbio1tt5tgs",
            "an83characterlonghumanreadablepartthatcontainsthenumber1andtheexcludedcharactersbio"
        ),
        ("split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w", "split"),
    ]

    @Test(arguments: vectors) func `bech32 as published`(_ text: String, _ prefix: String) {
        let prefixRead = (try? Bech32(text))?.prefix
        // Of two of them the bits do not fill whole bytes, which only their checksum is about.
        if prefix == "split" || prefix.count > 10 || prefix.count == 1 { #expect(prefixRead == prefix) }
        #expect(throws: Bech32.Problem.checksum) {
            try Bech32(text.dropLast() + (text == text.uppercased() ? "Q" : "q"))
        }
    }

    @Test(arguments: [
        "pzry9x0s0muk", "1pzry9x0s0muk", "10a06t8", "1qzzfhee", "li1dgmt3", "A1G7SGD8", "x1b4n0q5v",
    ])
    func `bech32 that is none, as published`(_ text: String) {
        #expect(throws: Bech32.Problem.self) { try Bech32(text) }
    }

    static let base64 =
        [
            ("", []), ("Zg==", [102]), ("Zm8=", [102, 111]), ("Zm9v", [102, 111, 111]), ("+/8=", [251, 255]),
        ] as [(String, [UInt8])]

    @Test(arguments: base64) func `base64 is read as it is written`(_ text: String, _ bytes: [UInt8]) {
        #expect(decodeBase64(text.utf8) == bytes)
        #expect(decodeBase64(text.filter { $0 != "=" }.utf8, isPadded: false) == bytes)
    }

    @Test(arguments: ["Zg=", "Zg", "Zh==", "Zm9=", "Z===", "Zg==Zg==", "Zm 9", "Zm9v\n", "-_8=", "===="])
    func `base64 that no encoder writes is refused`(_ text: String) {
        #expect(decodeBase64(text.utf8) == nil)
    }
}

/// So many equal bytes in bech32 with a right checksum.
private func bech32(_ prefix: String, _ count: Int, of byte: UInt8 = 7) -> String {
    let alphabet = Array("qpzry9x8gf2tvdw0s3jn54khce6mua7l")
    var bits = [UInt8](repeating: byte, count: count).flatMap { byte in
        (0..<8).map { byte >> UInt8(7 - $0) & 1 }
    }
    while bits.count % 5 != 0 { bits.append(0) }
    let values = stride(from: 0, to: bits.count, by: 5).map { start in
        bits[start..<start + 5].reduce(UInt8(0)) { $0 << 1 | $1 }
    }
    func polymod(_ values: [UInt8]) -> UInt32 {
        values.reduce(UInt32(1)) { sum, value in
            let top = sum >> 25
            var next = (sum & 0x1ff_ffff) << 5 ^ UInt32(value)
            for (index, generator) in [0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3]
                .enumerated()
            where top >> UInt32(index) & 1 == 1 {
                next ^= UInt32(generator)
            }
            return next
        }
    }
    let head = prefix.utf8.map { $0 >> 5 } + [0] + prefix.utf8.map { $0 & 31 }
    let sum = polymod(head + values + [0, 0, 0, 0, 0, 0]) ^ 1
    let checksum = (0..<6).map { UInt8(truncatingIfNeeded: sum >> UInt32(5 * (5 - $0)) & 31) }
    return prefix + "1" + String((values + checksum).map { alphabet[Int($0)] })
}
