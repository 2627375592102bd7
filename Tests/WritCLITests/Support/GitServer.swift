import Foundation

/// Git's own http backend over https on loopback, with certificates made for it.
final class GitServer: Sendable {
    /// One for all tests; it ends with the process.
    static let shared: Result<GitServer, any Error> = Result {
        let server = try GitServer()
        // Static values are not destroyed at the end of the process.
        atexit { try? FileManager.default.removeItem(atPath: GitServer.shared.get().folder) }
        return server
    }
    /// What the server takes with the user `ann`; it must not be seen in any output.
    static let password = "canary-secret-7"

    /// The folder with the repositories.
    let repositories: String
    /// The certificate of the authority that a client has to trust.
    let authority: String
    /// The port, on 127.0.0.1; the certificate is for `localhost`.
    let port: String
    private let folder: String
    private let log: String
    private let server: Server

    init() throws {
        let folder = try temporaryFolder()
        self.folder = folder
        repositories = folder + "/repositories"
        authority = folder + "/authority.pem"
        log = folder + "/log"
        try FileManager.default.createDirectory(atPath: repositories, withIntermediateDirectories: false)
        try "subjectAltName=DNS:localhost\n".write(
            toFile: folder + "/names", atomically: true, encoding: .utf8)
        try runTool(
            "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
            "-keyout", "authority.key", "-out", "authority.pem", "-subj", "/CN=test authority", "-days", "2",
            "-addext", "basicConstraints=critical,CA:TRUE", in: folder)
        try runTool(
            "openssl", "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
            "-keyout", "server.key", "-out", "server.csr", "-subj", "/CN=localhost", in: folder)
        try runTool(
            "openssl", "x509", "-req", "-in", "server.csr", "-CA", "authority.pem", "-CAkey", "authority.key",
            "-CAcreateserial", "-days", "2", "-extfile", "names", "-out", "server.pem", in: folder)
        server = try Server(
            "/usr/bin/python3",
            [
                serverScript("git-server.py"), folder + "/server.pem", folder + "/server.key", repositories,
                log,
            ])
        port = server.greeting
    }

    /// The address of a repository; `way` says how the server answers.
    func url(_ name: String, _ way: String, host: String = "localhost") -> String {
        "https://\(host):\(port)/\(way)/\(name)"
    }

    /// A user, and a repository of this server with its name.
    func sandbox() throws -> (RemoteSandbox, name: String) {
        let name = "iam-\(UInt32.random(in: 0...UInt32.max)).git"
        return (try RemoteSandbox(bare: "\(repositories)/\(name)"), name)
    }

    /// What makes a client trust the server.
    var trust: [String: String] { ["SSL_CERT_FILE": authority] }

    /// The requests about a repository, in order, each with `login` where one came along.
    func requests(_ name: String) throws -> [String] {
        guard FileManager.default.fileExists(atPath: log) else { return [] }
        return try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n").map(String.init)
            .filter { $0.contains(name) }
    }
}
