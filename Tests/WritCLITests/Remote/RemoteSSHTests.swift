import Foundation
import Testing

/// Repositories behind OpenSSH's own server.
@Suite struct RemoteSSHTests {
    private let server: SSHServer
    private let sandbox: RemoteSandbox

    init() throws {
        server = try SSHServer.shared.get()
        sandbox = try RemoteSandbox()
    }

    @Test(arguments: KnownWay.allCases)
    func `a known host is believed`(_ way: KnownWay) throws {
        let key = try server.key("ed25519")
        switch way {
        case .plain: try sandbox.know("\(server.knownName) \(key)")
        case .amongOthers: try sandbox.know("# a comment", "example.com,\(server.knownName) \(key) ann")
        case .pattern: try sandbox.know("[local*]:\(server.port) \(key)")
        case .everyType:
            try sandbox.know(
                "\(server.knownName) \(server.key("rsa"))", "\(server.knownName) \(server.key("ecdsa"))",
                "\(server.knownName) \(key)")
        case .otherType: try sandbox.know("\(server.knownName) \(server.key("ecdsa"))")
        case .hashed:
            try sandbox.know("\(server.knownName) \(key)")
            try runTool("ssh-keygen", "-q", "-H", "-f", ".ssh/known_hosts", in: sandbox.home)
            let text = try String(contentsOfFile: sandbox.home + "/.ssh/known_hosts", encoding: .utf8)
            #expect(text.hasPrefix("|1|"))
        }
        let result = try sandbox.validate(server.url(sandbox.bare), [], server.login)
        #expect((result.code, result.stderr) == (0, ""))
        #expect(result.stdout == "valid: production: 12 objects\n")
    }

    enum KnownWay: CaseIterable { case plain, amongOthers, pattern, everyType, otherType, hashed }

    @Test func `an unknown host is refused with its fingerprint and what would add it`() throws {
        let result = try sandbox.validate(server.url(sandbox.bare), [], server.login)
        #expect(result.code == 1)
        let shown = try SSHServer.keyTypes.map(server.fingerprint).filter(result.stderr.contains)
        #expect(shown.count == 1)
        #expect(result.stderr.contains("is not in the known hosts"))
        // What the message says to run does help.
        let command = try #require(result.stderr.split(separator: "`").first { $0.hasPrefix("ssh-keyscan") })
        try FileManager.default.createDirectory(
            atPath: sandbox.home + "/.ssh", withIntermediateDirectories: true)
        try runTool("sh", "-c", String(command) + " 2> /dev/null", in: sandbox.home)
        #expect(try sandbox.validate(server.url(sandbox.bare), [], server.login).code == 0)
    }

    @Test(arguments: ["a new key", "the key of another port", "the key of another host"])
    func `another host's key makes nobody known`(_ row: String) throws {
        let key = try server.key("ed25519")
        switch row {
        case "a new key": try sandbox.know("\(server.knownName) \(server.key("stranger"))")
        case "the key of another port": try sandbox.know("localhost \(key)", "[localhost]:1 \(key)")
        default: try sandbox.know("[example.com]:\(server.port) \(key)", "[localhos?\(server.port) \(key)")
        }
        let result = try sandbox.validate(server.url(sandbox.bare), [], server.login)
        #expect(result.code == 1)
        let words = row == "a new key" ? "IS NOT THE KNOWN ONE" : "is not in the known hosts"
        #expect(result.stderr.contains(words))
        #expect(!FileManager.default.fileExists(atPath: try sandbox.cache() + "/repository.git"))
    }

    @Test func `a revoked key is refused, also where it is known`() throws {
        let key = try server.key("ed25519")
        try sandbox.know("\(server.knownName) \(key)", "@revoked \(server.knownName) \(key)")
        let result = try sandbox.validate(server.url(sandbox.bare), [], server.login)
        #expect(result.code == 1)
        #expect(result.stderr.contains("mark as revoked"))
    }

    @Test(arguments: ["no agent", "a dead agent", "an empty agent", "a key that is not taken"])
    func `without a key that is taken, the message names ssh-add`(_ row: String) throws {
        try sandbox.know("\(server.knownName) \(server.key("ed25519"))")
        var environment: [String: String] = [:]
        var agent: Server?
        switch row {
        case "no agent": break
        case "a dead agent": environment = ["SSH_AUTH_SOCK": sandbox.home + "/nothing"]
        default: (agent, environment) = try server.otherAgent(isEmpty: row == "an empty agent")
        }
        let result = try withExtendedLifetime(agent) {
            try sandbox.validate(server.url(sandbox.bare), [], environment, seconds: 30)
        }
        #expect((result.code, result.wasKilled) == (1, false))
        #expect(result.stderr.contains("ssh-add"))
    }

    @Test func `a repository that is not there is not found`() throws {
        try sandbox.know("\(server.knownName) \(server.key("ed25519"))")
        let result = try sandbox.validate(server.url("/nowhere/iam.git"), [], server.login)
        #expect(result.code == 1)
        #expect(result.stderr.contains("there is no repository at"))
    }
}
