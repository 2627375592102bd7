import Foundation
import Testing
import WritProcess
import WritTestKit

@testable import WritGit

/// What the known hosts say, as `ssh-keygen` finds it.
@Suite struct HostKeysTests {
    private let a = HostKey(type: "ssh-ed25519", text: "AAAAa")
    private let b = HostKey(type: "ssh-ed25519", text: "AAAAb")
    private let c = HostKey(type: "ecdsa-sha2-nistp256", text: "AAAAc")

    @Test func `a key is known, unknown, changed or revoked`() {
        let keys = HostKeys(known: [a, c], revoked: [])
        #expect(keys.verdict(on: a) == .known)
        #expect(keys.verdict(on: b) == .changed)
        #expect(HostKeys(known: [c]).verdict(on: a) == .changed)
        #expect(HostKeys().verdict(on: a) == .unknown)
        #expect(HostKeys(known: [a], revoked: [a]).verdict(on: a) == .revoked)
        #expect(HostKeys(known: [], revoked: [b]).verdict(on: a) == .unknown)
        // The same text under another type is another key.
        #expect(HostKeys(known: [a]).verdict(on: HostKey(type: "ssh-rsa", text: a.text)) == .changed)
    }

    @Test func `the type that works most widely is asked for first`() {
        let rsa = HostKey(type: "ssh-rsa", text: "AAAAr")
        let odd = HostKey(type: "sk-ssh-ed25519@openssh.com", text: "AAAAs")
        #expect(HostKeys(known: [rsa, odd, c, b, a]).byPreference == [b, a, c, rsa])
    }

    @Test func `lines of authorities and broken lines are left out`() {
        var keys = HostKeys()
        keys.add(
            lines: """
                # Host h found: line 1
                h ssh-ed25519 AAAAa ann@laptop
                |1|x=|y= ecdsa-sha2-nistp256\tAAAAc
                @revoked h ssh-ed25519 AAAAb
                @cert-authority h ssh-ed25519 AAAAz
                h ssh-ed25519

                """)
        #expect(keys == HostKeys(known: [a, c], revoked: [b]))
    }

    @Test func `ssh-keygen finds the host in every file, plain, hashed and by pattern`() throws {
        let folder = try TemporaryFolder()
        let plain = folder.path + "/plain"
        let hashed = folder.path + "/hashed"
        let remote = try #require(try RemoteURL(parsing: "ssh://example.com:2222/x"))
        let real = "AAAAC3NzaC1lZDI1NTE5AAAAIIbk1oI4nVlCn0c4hIr0YIhd9tEgcIq3ySB8pG0LwTgp"
        try "*.com,!example.com ssh-ed25519 \(real)\n[*.com]:2222 ssh-ed25519 \(real)\n".write(
            toFile: plain, atomically: true, encoding: .utf8)
        try "[example.com]:2222 ssh-ed25519 \(real)\n".write(
            toFile: hashed, atomically: true, encoding: .utf8)
        let environment = currentEnvironment()
        let hash = Program(
            "ssh-keygen", ["-q", "-H", "-f", hashed], environment: environment, isLeader: true)
        #expect(try hash.run(until: .now + .seconds(10)).ending == .exited(0))
        for file in [plain, hashed] {
            let found = try KnownHosts(files: [file, folder.path + "/missing"]).keys(
                of: remote, environment: environment)
            #expect(found == HostKeys(known: [HostKey(type: "ssh-ed25519", text: real)]))
        }
        let other = try #require(try RemoteURL(parsing: "ssh://example.com/x"))
        #expect(
            try KnownHosts(files: [plain, hashed]).keys(of: other, environment: environment) == HostKeys())
    }

    @Test func `the user's and the system's files are looked through, and one revocation counts`() throws {
        #expect(
            Set(KnownHosts.defaults(home: "/home/ann")) == [
                "/home/ann/.ssh/known_hosts", "/home/ann/.ssh/known_hosts2", "/etc/ssh/ssh_known_hosts",
                "/etc/ssh/ssh_known_hosts2",
            ])
        let folder = try TemporaryFolder()
        let remote = try #require(try RemoteURL(parsing: "ssh://example.com/x"))
        let key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIIbk1oI4nVlCn0c4hIr0YIhd9tEgcIq3ySB8pG0LwTgp"
        let (user, system) = (folder.path + "/user", folder.path + "/system")
        try "example.com \(key)\n".write(toFile: user, atomically: true, encoding: .utf8)
        try "@revoked example.com \(key)\n".write(toFile: system, atomically: true, encoding: .utf8)
        for files in [[user, system], [system, user]] {
            let found = try KnownHosts(files: files).keys(of: remote, environment: currentEnvironment())
            #expect(found.known.count == 1 && found.known.allSatisfy { found.verdict(on: $0) == .revoked })
        }
    }

    @Test func `base64 is the standard's`() {
        for count in 0..<40 {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 89 &+ count) }
            #expect(base64(bytes) == Data(bytes).base64EncodedString())
        }
    }
}
