import Foundation
import Testing
import WritHTTP
import WritModel

/// `Servers/faulty-server.py`, and certificates made for it.
final class FaultyServer: Sendable {
    /// One for all tests; it ends with the process.
    static let shared: Result<FaultyServer, any Error> = Result {
        let server = try FaultyServer()
        // Static values are not destroyed at the end of the process.
        atexit { try? FileManager.default.removeItem(atPath: FaultyServer.shared.get().folder) }
        return server
    }

    /// The certificate of the authority that a client has to trust.
    let authority: String
    private let folder: String
    private let ports: [String: Int]
    private let input: Pipe
    private let process: Process

    init() throws {
        folder = NSTemporaryDirectory() + "/writ-http-\(UInt32.random(in: 0...UInt32.max))"
        authority = folder + "/authority.pem"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try makeCertificates(in: folder)
        process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Servers/faulty-server.py").path
        process.arguments = [script, folder]
        input = Pipe()
        let output = Pipe()
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        var line: [UInt8] = []
        while let byte = try output.fileHandleForReading.read(upToCount: 1)?.first, byte != 0x0A {
            line.append(byte)
        }
        let pairs = String(decoding: line, as: UTF8.self).split(separator: " ").map {
            $0.split(separator: "=")
        }
        ports = Dictionary(uniqueKeysWithValues: pairs.map { (String($0[0]), Int($0[1]) ?? 0) })
        try #require(!ports.isEmpty, "the server started")
    }

    /// The port of a listener.
    func port(_ name: String) -> Int { ports[name] ?? 0 }

    /// One of the listeners: `plain`, or the name of a certificate.
    func endpoint(_ name: String, host: String = "localhost") throws -> Endpoint {
        try Endpoint(parsing: "\(name == "plain" ? "http" : "https")://\(host):\(port(name))")
    }

    /// What a client of this server is told.
    var settings: TransportSettings {
        var settings = TransportSettings()
        settings.authorities = authority
        return settings
    }

    /// The requests whose path holds `word`, in order: method, path, number of the connection and of the request on it.
    func requests(_ word: String) async throws -> [String] {
        let transport = try #require(CurlTransport(settings))
        let path = try #require(("/log" as RequestPath).appending(word))
        let answer = try await transport.send(HTTPRequest(.get, endpoint("plain"), path))
        return text(answer.body).split(separator: "\n").map(String.init)
    }
}

/// The bytes of a body as text.
func text(_ body: HTTPBody) -> String { body.withBytes { String(decoding: $0, as: UTF8.self) } }

/// A word that no other test has.
func freshWord() -> String { "w\(UInt64.random(in: 0...UInt64.max))" }

/// `good` for localhost and example.test, `expired`, `wrongname`, and `stranger`, which another authority signed.
private func makeCertificates(in folder: String) throws {
    let key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    func openssl(_ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "openssl \(arguments)")
    }
    for authority in ["authority", "other"] {
        try openssl(
            ["req", "-x509"] + key + [
                "-keyout", "\(authority).key", "-out", "\(authority).pem", "-subj", "/CN=\(authority)",
                "-days",
                "2", "-addext", "basicConstraints=critical,CA:TRUE",
            ])
    }
    let rows = [
        ("good", "DNS:localhost,DNS:iam.example.test,IP:127.0.0.1", "2", "authority"),
        ("expired", "DNS:localhost", "-1", "authority"),
        ("wrongname", "DNS:elsewhere.example.test", "2", "authority"),
        ("stranger", "DNS:localhost", "2", "other"),
    ]
    for (name, names, days, authority) in rows {
        try "subjectAltName=\(names)\n".write(
            toFile: "\(folder)/names", atomically: true, encoding: .utf8)
        try openssl(
            ["req"] + key + ["-keyout", "\(name).key", "-out", "\(name).csr", "-subj", "/CN=\(name)"])
        try openssl([
            "x509", "-req", "-in", "\(name).csr", "-CA", "\(authority).pem", "-CAkey", "\(authority).key",
            "-CAcreateserial", "-days", days, "-extfile", "names", "-out", "\(name).pem",
        ])
    }
    try FileManager.default.removeItem(atPath: folder + "/other.key")
}
