import Foundation
import Testing

/// OpenSSH's server on loopback, and an agent with a key that it takes.
final class SSHServer: Sendable {
    /// One for all tests; it ends with the process.
    static let shared: Result<SSHServer, any Error> = Result {
        let server = try SSHServer()
        // Static values are not destroyed at the end of the process.
        atexit { try? FileManager.default.removeItem(atPath: SSHServer.shared.get().folder) }
        return server
    }
    /// The types of the server's keys.
    static let keyTypes = ["ed25519", "ecdsa", "rsa"]

    /// The port, on 127.0.0.1.
    let port: String
    /// Who may log in: whoever runs the tests.
    let user = NSUserName()
    private let folder: String
    private let server: Server
    private let agent: Server

    init() throws {
        let folder = try temporaryFolder()
        self.folder = folder
        for name in Self.keyTypes {
            try runTool("ssh-keygen", "-q", "-t", name, "-N", "", "-f", "host_\(name)", in: folder)
        }
        for name in ["login", "stranger"] {
            try runTool("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", name, in: folder)
        }
        // A server of root separates its privileges in this folder, which the service makes at its start.
        if geteuid() == 0 { mkdir("/run/sshd", 0o755) }
        let keys = Self.keyTypes.map { "HostKey \(folder)/host_\($0)\n" }.joined()
        let configuration =
            keys + """
                AuthorizedKeysFile \(folder)/login.pub
                PidFile none
                StrictModes no
                UsePAM no
                PermitRootLogin prohibit-password
                PasswordAuthentication no
                KbdInteractiveAuthentication no

                """
        try configuration.write(toFile: folder + "/sshd_config", atomically: true, encoding: .utf8)
        server = try Server(
            "/usr/bin/python3",
            [serverScript("ssh-server.py"), folder + "/sshd_config", folder + "/log"])
        port = server.greeting
        agent = try SSHServer.agent(at: folder + "/agent", with: folder + "/login", in: folder)
    }

    /// An agent that ends with us, holding one key, or none.
    private static func agent(at socket: String, with key: String?, in folder: String) throws -> Server {
        // The shell waits for the end of its input, and takes the agent along. A socket is there before its agent
        // listens; until then `ssh-add` ends with 2.
        let script = """
            ssh-agent -D -a '\(socket)' > /dev/null & agent=$!
            while SSH_AUTH_SOCK='\(socket)' ssh-add -l > /dev/null 2>&1; test $? -eq 2; do :; done
            echo ready; cat > /dev/null; kill $agent
            """
        let server = try Server("sh", ["-c", script])
        if let key {
            let environment = [
                "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
                "SSH_AUTH_SOCK": socket,
            ]
            let added = try runProcess(
                "ssh-add", ["-q", key], in: folder, environment: environment, seconds: 30)
            try #require(added.code == 0, "\(added.stderr)")
        }
        return server
    }

    /// The address of a repository of this machine.
    func url(_ path: String) -> String { "ssh://\(user)@localhost:\(port)\(path)" }

    /// What makes a client ask the agent.
    var login: [String: String] { ["SSH_AUTH_SOCK": folder + "/agent"] }

    /// An agent that holds a key which the server does not take, or none, and what makes a client ask it.
    func otherAgent(isEmpty: Bool) throws -> (agent: Server, environment: [String: String]) {
        let socket = folder + "/agent-\(UInt32.random(in: 0...UInt32.max))"
        let key = isEmpty ? nil : folder + "/stranger"
        return (try Self.agent(at: socket, with: key, in: folder), ["SSH_AUTH_SOCK": socket])
    }

    /// A key of the server, or of somebody else: its type and its text.
    func key(_ name: String) throws -> String {
        let file = Self.keyTypes.contains(name) ? "host_\(name)" : name
        let text = try String(contentsOfFile: "\(folder)/\(file).pub", encoding: .utf8)
        return text.split(separator: " ").prefix(2).joined(separator: " ")
    }

    /// The fingerprint of a key of the server, as `ssh-keygen` shows it.
    func fingerprint(_ name: String) throws -> String {
        let text = try runTool("ssh-keygen", "-l", "-f", "host_\(name).pub", in: folder)
        return String(text.split(separator: " ")[1])
    }

    /// The server's name in a file of known hosts.
    var knownName: String { "[localhost]:\(port)" }
}

extension RemoteSandbox {
    /// Makes these lines the known hosts of the user.
    func know(_ lines: String...) throws {
        let folder = home + "/.ssh"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try (lines.joined(separator: "\n") + "\n").write(
            toFile: folder + "/known_hosts", atomically: true, encoding: .utf8)
    }
}
