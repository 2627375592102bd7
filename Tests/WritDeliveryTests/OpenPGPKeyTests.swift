import Foundation
import Testing
import WritModel
import WritTestKit

@testable import WritDelivery

/// Which keys of OpenPGP are encrypted to.
@Suite struct OpenPGPKeyTests {
    let ring: Ring

    init() throws { ring = try Ring() }

    /// A keyring with keys in every state.
    final class Ring: Sendable {
        let owner: KeyOwner
        let expired, expiredPart, revoked, signing, twoParts: String
        /// The fingerprints of the two parts of ``twoParts`` that encrypt.
        let parts: [String]

        init() throws {
            owner = try KeyOwner([.openPGP])
            let home = owner.home
            expired = try makeKey(
                home, subkeys: [("cv25519", "encr", "never")], expires: "1y", time: "20200101T000000")
            expiredPart = try makeKey(home, subkeys: [("cv25519", "encr", "1y")], time: "20200101T000000")
            signing = try makeKey(home, subkeys: [])
            twoParts = try makeKey(
                home, subkeys: [("cv25519", "encr", "never"), ("cv25519", "encr", "never")])
            let all = try fingerprints(home)
            let index = try #require(all.firstIndex(of: twoParts))
            parts = Array(all[(index + 1)...(index + 2)])
            revoked = try makeKey(home, subkeys: [("cv25519", "encr", "never")])
            let path = home + "/openpgp-revocs.d/\(revoked).rev"
            let certificate = try String(contentsOfFile: path, encoding: .utf8)
                .replacingOccurrences(of: ":-----BEGIN", with: "-----BEGIN")
            try runTool(
                "gpg", ["--batch", "--quiet", "--import"], environment: ["GNUPGHOME=\(home)"],
                input: certificate)
        }
    }

    private func refusal(of fingerprint: String, keys: OpenPGPKeys = .keyring) throws -> DeliveryError? {
        var encrypter = ring.owner.encrypter
        encrypter.keys = keys
        let recipient = try Recipient(parsing: "gpg:" + fingerprint)
        do throws(DeliveryError) {
            _ = try encrypter.encrypt(Canary.credential, to: recipient)
            return nil
        } catch {
            return error
        }
    }

    @Test func `keys that nothing can be encrypted to are refused by name`() throws {
        let unknown = String(repeating: "0", count: 39) + "1"
        for (fingerprint, problem) in [
            (ring.expired, DeliveryError.KeyProblem.expired), (ring.expiredPart, .expired),
            (ring.revoked, .revoked), (ring.signing, .cannotEncrypt), (unknown, .unknown),
        ] {
            let recipient = try Recipient(parsing: "gpg:" + fingerprint)
            let error = try refusal(of: fingerprint)
            #expect(error == .key(problem, of: recipient))
            #expect(error?.description.contains(fingerprint) == true && error?.help != nil)
        }
    }

    @Test func `a part of a key is encrypted to where it is named`() throws {
        for part in ring.parts {
            let ciphertext = try ring.owner.encrypter.encrypt(
                Canary.credential, to: Recipient(parsing: "gpg:" + part))
            let packets = try runTool(
                "gpg", ["--batch", "--list-packets", "--list-only"], input: ciphertext.text)
            #expect(packets.contains("keyid " + part.suffix(16)))
            #expect(try ring.owner.decrypt(ciphertext.text, .openPGP).contains("credential/v1"))
        }
    }

    @Test func `a configuration adds no recipient`() throws {
        let path = ring.owner.home + "/gpg.conf"
        try "encrypt-to \(ring.twoParts)\nno-such-option\n".write(
            toFile: path, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let ciphertext = try ring.owner.encrypter.encrypt(
            Canary.credential, to: ring.owner.recipient(.openPGP))
        let packets = try runTool(
            "gpg", ["--batch", "--list-packets", "--list-only"], input: ciphertext.text)
        #expect(packets.components(separatedBy: "pubkey enc packet").count == 2)
    }

    @Test(arguments: [true, false])
    func `a file of public keys is a keyring of its own`(_ isArmored: Bool) throws {
        let recipient = try ring.owner.recipient(.openPGP)
        let file = ring.owner.folder.file("public-\(isArmored)")
        try runTool(
            "gpg", ["--batch", "--quiet"] + (isArmored ? ["--armor"] : []) + ["--output", file, "--export"],
            environment: ["GNUPGHOME=\(ring.owner.home)"])
        let temporary = try TemporaryFolder()
        var encrypter = Encrypter()
        encrypter.environment =
            encrypter.environment.filter { $0.hasPrefix("PATH=") }
            + ["LC_ALL=C", "TMPDIR=\(temporary.path)", "GNUPGHOME=/nowhere"]
        encrypter.keys = .file(path: file)
        let ciphertext = try encrypter.encrypt(Canary.credential, to: recipient)
        #expect(try ring.owner.decrypt(ciphertext.text, .openPGP).contains("credential/v1"))
        #expect(temporary.names == [], "the keyring of its own is gone")
        #expect(!isNamedByProcess(temporary.path), "and nothing was left running in it")
        encrypter.keys = .keyring
        #expect(throws: DeliveryError.self) { try encrypter.encrypt(Canary.credential, to: recipient) }
    }

    @Test func `a file that is no file of public keys is refused`() throws {
        let folder = try TemporaryFolder()
        try runTool(
            "gpg",
            [
                "--batch", "--quiet", "--output", folder.file("private"), "--export-secret-keys",
                ring.twoParts,
            ],
            environment: ["GNUPGHOME=\(ring.owner.home)"])
        try "no key".write(toFile: folder.file("text"), atomically: true, encoding: .utf8)
        try Data(repeating: 65, count: 1 << 20).write(to: URL(fileURLWithPath: folder.file("large")))
        for (name, words) in [
            ("private", "holds a private key"), ("text", "cannot be read by `gpg`"),
            ("large", "larger than 1 MiB"),
            ("missing", "No such file"),
        ] {
            let error = try refusal(of: ring.twoParts, keys: .file(path: folder.file(name)))
            guard case .keyFile(let path, let reason)? = error else {
                Issue.record("\(name): \(String(describing: error))")
                continue
            }
            #expect(path == folder.file(name) && reason.contains(words), "\(name): \(reason)")
        }
    }
}

/// Whether the arguments of any process hold `text`, an agent's folder for one.
private func isNamedByProcess(_ text: String) -> Bool {
    let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return processes.contains { process in
        guard Int(process) != nil,
            let arguments = try? Data(contentsOf: URL(fileURLWithPath: "/proc/\(process)/cmdline"))
        else { return false }
        return String(decoding: arguments, as: UTF8.self).contains(text)
    }
}
