import Foundation
import Testing
import WritModel
import WritProcess
import WritTestKit

@testable import WritDelivery

/// Somebody with private keys of every sort, made by the real programs.
final class KeyOwner: Sendable {
    /// A sort of key.
    enum Sort: String, CaseIterable, Sendable { case age, sshEd25519, sshRSA, openPGP }

    let folder: TemporaryFolder
    let recipients: [Sort: Recipient]

    /// The `GNUPGHOME` of the owner.
    var home: String { folder.file("gnupg") }

    /// - Parameter sorts: the keys the owner has; each costs a moment.
    init(_ sorts: Set<Sort> = Set(Sort.allCases)) throws {
        let folder = try TemporaryFolder()
        self.folder = folder
        var texts: [Sort: String] = [:]
        if sorts.contains(.age) {
            try runTool("age-keygen", ["-o", folder.file("age.txt")])
            texts[.age] = try runTool("age-keygen", ["-y", folder.file("age.txt")])
        }
        for (sort, type) in [(Sort.sshEd25519, "ed25519"), (.sshRSA, "rsa")] where sorts.contains(sort) {
            let file = folder.file("id_" + type)
            try runTool("ssh-keygen", ["-q", "-t", type, "-N", "", "-C", "ann@host", "-f", file])
            texts[sort] = try String(contentsOfFile: file + ".pub", encoding: .utf8)
        }
        if sorts.contains(.openPGP) {
            let home = folder.file("gnupg")
            try FileManager.default.createDirectory(
                atPath: home, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
            texts[.openPGP] = "gpg:" + (try makeKey(home, subkeys: [("cv25519", "encr", "never")]))
        }
        recipients = try texts.mapValues { try Recipient(parsing: $0) }
    }

    func recipient(_ sort: Sort) throws -> Recipient { try #require(recipients[sort]) }

    /// What the owner's own programs make of it.
    func decrypt(_ text: String, _ sort: Sort) throws -> String {
        let end = try decryption(of: text, sort)
        #expect(end.ending == .exited(0), "\(String(decoding: end.errors, as: UTF8.self))")
        return String(decoding: end.output, as: UTF8.self)
    }

    /// How the owner's own programs end with it.
    func decryption(of text: String, _ sort: Sort) throws -> ProgramEnd {
        let files = [Sort.age: "age.txt", .sshEd25519: "id_ed25519", .sshRSA: "id_rsa"]
        let arguments =
            files[sort].map { ["age", "-d", "-i", folder.file($0)] } ?? [
                "gpg", "--batch", "--quiet", "--decrypt",
            ]
        return try Program(
            arguments[0], Array(arguments.dropFirst()),
            environment: currentEnvironment(only: ["PATH"]) + ["GNUPGHOME=\(home)"], isLeader: true
        ).run(until: .now + .seconds(60), input: Array(text.utf8), keepingErrors: 2000)
    }

    /// An encrypter that has the owner's keyring.
    var encrypter: Encrypter {
        var encrypter = Encrypter()
        encrypter.environment = encrypter.environment.filter { !$0.hasPrefix("GNUPGHOME=") }
        encrypter.environment.append("GNUPGHOME=\(home)")
        return encrypter
    }

    deinit {
        guard recipients[.openPGP] != nil else { return }
        _ = try? runTool("gpgconf", ["--kill", "all"], environment: ["GNUPGHOME=\(home)"])
    }
}

/// Makes a key without a password in a keyring; its fingerprint.
///
/// - Parameters:
///   - subkeys: algorithm, use and expiry of each further part.
///   - expires: when the key does, as `gpg` takes it.
///   - time: when it is made; `nil` for now.
func makeKey(
    _ home: String, subkeys: [(String, String, String)], expires: String = "never", time: String? = nil
) throws -> String {
    let environment = ["GNUPGHOME=\(home)"]
    let common =
        ["--batch", "--quiet", "--no-tty", "--passphrase", ""]
        + (time.map { ["--faked-system-time", $0] } ?? [])
    let before = try fingerprints(home)
    try runTool(
        "gpg",
        common + [
            "--quick-generate-key", "Key \(before.count) <ann@example.com>", "ed25519", "sign", expires,
        ],
        environment: environment)
    let fingerprint = try #require(try fingerprints(home).first { !before.contains($0) })
    for (algorithm, use, expiry) in subkeys {
        try runTool(
            "gpg", common + ["--quick-add-key", fingerprint, algorithm, use, expiry], environment: environment
        )
    }
    return fingerprint
}

/// All fingerprints of a keyring, those of parts of keys as well.
func fingerprints(_ home: String) throws -> [String] {
    let listing = try runTool(
        "gpg", ["--batch", "--with-colons", "--with-subkey-fingerprint", "--list-keys"],
        environment: ["GNUPGHOME=\(home)"])
    return listing.split(separator: "\n").filter { $0.hasPrefix("fpr:") }
        .compactMap {
            $0.split(separator: ":", omittingEmptySubsequences: false).dropFirst(9).first.map(String.init)
        }
}
