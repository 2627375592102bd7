import Foundation
import Testing
import WritTestKit

/// A repository made with the `git` command line in a temporary folder.
final class GitRepository {
    private let folder: TemporaryFolder
    /// The top of the working tree, or the bare repository.
    let path: String
    private var commits = 0

    /// A new repository; `arguments` go to `git init`.
    init(_ arguments: String...) throws {
        self.folder = try TemporaryFolder()
        self.path = folder.path + "/repo"
        try git(["init", "-q", "-b", "main"] + arguments + [path], in: folder.path)
    }

    /// A clone of `origin`; `arguments` go to `git clone`.
    init(cloning origin: GitRepository, _ arguments: String...) throws {
        self.folder = try TemporaryFolder()
        self.path = folder.path + "/repo"
        try git(["clone", "-q"] + arguments + ["file://" + origin.path, path], in: folder.path)
    }

    /// A folder beside the repository that is deleted with it.
    var beside: String { folder.path }

    /// What `git` prints, without the last line end.
    @discardableResult
    func git(_ arguments: String..., input: [UInt8] = []) throws -> String {
        try git(arguments, in: path, input: input)
    }

    /// The bytes that `git` prints.
    func bytes(_ arguments: String...) throws -> [UInt8] { try bytes(arguments) }

    /// The bytes that `git` prints.
    func bytes(_ arguments: [String]) throws -> [UInt8] { try run(arguments, in: path, input: []) }

    /// Writes the files, commits them and answers the commit's id.
    @discardableResult
    func commit(_ files: [String: String] = [:], message: String = "change") throws -> String {
        for (name, text) in files { try write(text, to: path + "/" + name) }
        try git("add", "-A")
        try git("commit", "-q", "--allow-empty", "-m", message)
        return try git("rev-parse", "HEAD")
    }

    /// Writes a tree whose entries are taken as they are, and answers its id.
    func tree(_ entries: [RawEntry]) throws -> String {
        let bytes: [UInt8] = entries.flatMap { entry -> [UInt8] in
            Array("\(entry.mode) ".utf8) + entry.name + [0] + hexadecimalBytes(entry.id)
        }
        return try git("hash-object", "-t", "tree", "--literally", "-w", "--stdin", input: bytes)
    }

    /// Commits a tree by its id and answers the commit's id; `at` are seconds since 1970.
    func commit(tree: String, parents: [String] = [], at time: Int = 1_767_225_600) throws -> String {
        commits += 1
        let lines =
            ["tree \(tree)"] + parents.map { "parent \($0)" }
            + ["author", "committer"].map { "\($0) Ann <ann@example.com> \(time) +0000" } + [
                "", "\(commits)", "",
            ]
        return try git(
            "hash-object", "-t", "commit", "-w", "--stdin", input: Array(lines.joined(separator: "\n").utf8))
    }

    /// What a `git` command that finds errors writes to standard error; empty where it finds none.
    func errors(_ arguments: String...) throws -> String {
        do {
            _ = try run(arguments, in: path, input: [])
            return ""
        } catch let failure as GitFailure {
            return failure.errors
        }
    }

    /// Whether a `git` command ends without an error.
    func succeeds(_ arguments: String...) -> Bool { (try? run(arguments, in: path, input: [])) != nil }

    /// Writes a blob and answers its id.
    func blob(_ text: String) throws -> String {
        try git("hash-object", "-w", "--stdin", input: Array(text.utf8))
    }

    @discardableResult
    private func git(_ arguments: [String], in folder: String, input: [UInt8] = []) throws -> String {
        var bytes = try run(arguments, in: folder, input: input)
        if bytes.last == 0x0A { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Runs `git` with files for its streams.
    ///
    /// Not with Foundation's `Process`: its `waitUntilExit` sometimes waits for ever for a child that has
    /// ended, when other threads start children at the same time.
    private func run(_ arguments: [String], in folder: String, input: [UInt8]) throws -> [UInt8] {
        let streams = ["input", "output", "errors"].map { self.folder.path + "/" + $0 }
        try write(input, to: streams[0])
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, streams[0], O_RDONLY, 0)
        for (stream, path) in [(STDOUT_FILENO, streams[1]), (STDERR_FILENO, streams[2])] {
            posix_spawn_file_actions_addopen(&actions, stream, path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        }
        let environment = [
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
            "HOME": self.folder.path, "GIT_CONFIG_NOSYSTEM": "1", "GIT_TERMINAL_PROMPT": "0",
            "GIT_AUTHOR_NAME": "Ann", "GIT_AUTHOR_EMAIL": "ann@example.com",
            "GIT_COMMITTER_NAME": "Ann", "GIT_COMMITTER_EMAIL": "ann@example.com",
            "GIT_AUTHOR_DATE": "2026-01-01T00:00:00Z", "GIT_COMMITTER_DATE": "2026-01-01T00:00:00Z",
            "LC_ALL": "C",
        ]
        // `env` changes the folder and then becomes git, under the same process id.
        let words = (["env", "-C", folder, "git"] + arguments).map { strdup($0) } + [nil]
        let variables = environment.map { strdup("\($0)=\($1)") } + [nil]
        defer { for text in words + variables { free(text) } }
        var process: pid_t = 0
        let code = posix_spawn(&process, "/usr/bin/env", &actions, nil, words, variables)
        guard code == 0 else {
            throw GitFailure(arguments: arguments, errors: String(cString: strerror(code)))
        }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 && errno == EINTR {}
        guard status == 0 else {
            throw GitFailure(
                arguments: arguments, errors: try String(contentsOfFile: streams[2], encoding: .utf8))
        }
        return Array(try Data(contentsOf: URL(fileURLWithPath: streams[1])))
    }
}

/// The command line ended with an error.
struct GitFailure: Error {
    var arguments: [String]
    var errors: String
}

/// One entry of a tree, taken as it is.
struct RawEntry {
    var mode: String
    var name: [UInt8]
    var id: String

    init(_ mode: String, _ name: String, _ id: String) {
        self.init(mode, bytes: Array(name.utf8), id)
    }

    init(_ mode: String, bytes: [UInt8], _ id: String) {
        self.mode = mode
        self.name = bytes
        self.id = id
    }
}

/// The bytes of hexadecimal digits.
func hexadecimalBytes(_ digits: String) -> [UInt8] {
    let values = digits.utf8.map { UInt8(String(UnicodeScalar($0)), radix: 16) ?? 0 }
    return stride(from: 0, to: values.count - 1, by: 2).map { values[$0] << 4 | values[$0 + 1] }
}
