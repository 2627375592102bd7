import Foundation

/// A repository with a branch for each row of the corpus that needs no repository of its own.
enum CorpusCommits {
    static let sandbox: Result<Sandbox, any Error> = Result {
        let sandbox = try Sandbox()
        try sandbox.git("init", "-q", "-b", "main")
        // Trees are wanted that git itself would refuse to make.
        try sandbox.git("config", "core.protectHFS", "false")
        try sandbox.git("config", "core.protectNTFS", "false")
        let rows = CorpusFixture.all.flatMap(\.rows).filter { $0.repository == nil }
        try importFiles(of: rows.filter(\.entries.isEmpty), into: sandbox)
        for row in rows where !row.entries.isEmpty { try commitEntries(of: row, into: sandbox) }
        // Static values are not destroyed at the end of the process.
        atexit { try? FileManager.default.removeItem(atPath: CorpusCommits.sandbox.get().folder) }
        return sandbox
    }

    /// All in one process: a process for each file would take longer than all the tests.
    private static func importFiles(of rows: [CorpusRow], into sandbox: Sandbox) throws {
        var stream: [UInt8] = []
        for row in rows {
            stream +=
                """
                commit refs/heads/\(row.id)
                committer Ann <ann@acme.example> 1767225600 +0000
                data 0

                """.utf8
            for (path, bytes) in row.files.sorted(by: { $0.key < $1.key }) {
                stream += "M 100644 inline \(path)\ndata \(bytes.count)\n".utf8 + bytes + [0x0A]
            }
        }
        let file = sandbox.folder + "/stream"
        try Data(stream).write(to: URL(fileURLWithPath: file))
        try sandbox.runShell("git fast-import --quiet < ../stream")
    }

    private static func commitEntries(of row: CorpusRow, into sandbox: Sandbox) throws {
        let empty = try sandbox.object("tree", [])
        let entries = try row.entries.flatMap { entry -> [UInt8] in
            let id =
                switch entry.mode {
                case "40000": empty
                case "160000": String(repeating: "1", count: 40)
                default: try sandbox.object("blob", entry.bytes)
                }
            return Array("\(entry.mode) ".utf8) + entry.name + [0] + hexadecimalBytes(id)
        }
        let folder = try sandbox.object("tree", entries)
        let configuration = try sandbox.object("blob", row.files["writ.yaml"] ?? [])
        let top = try sandbox.object(
            "tree",
            Array("40000 iam\0".utf8) + hexadecimalBytes(folder) + Array("100644 writ.yaml\0".utf8)
                + hexadecimalBytes(configuration))
        let commit = try sandbox.git("commit-tree", top, "-m", row.id)
        try sandbox.git("update-ref", "refs/heads/\(row.id)", commit)
    }
}

extension Sandbox {
    /// Writes an object of any contents and answers its id.
    func object(_ kind: String, _ bytes: [UInt8]) throws -> String {
        let file = folder + "/object"
        try Data(bytes).write(to: URL(fileURLWithPath: file))
        return try git("hash-object", "-t", kind, "--literally", "-w", file)
    }

    /// Runs a line of the shell in the repository.
    func runShell(_ line: String) throws {
        let result = try runProcess("sh", ["-c", line], in: path, environment: environment, seconds: 60)
        guard result.code == 0 else { throw CommandFailure(arguments: ["sh", "-c", line], result: result) }
    }
}

/// The bytes of hexadecimal digits.
private func hexadecimalBytes(_ digits: String) -> [UInt8] {
    let values = digits.utf8.map { UInt8(String(UnicodeScalar($0)), radix: 16) ?? 0 }
    return stride(from: 0, to: values.count - 1, by: 2).map { values[$0] << 4 | values[$0 + 1] }
}
