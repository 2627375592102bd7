import Foundation

/// A git repository in a temporary folder, in which the real `writ` and `git` run with an environment of
/// their own.
final class Sandbox: Sendable {
    /// Holds the repository and what tests put beside it; deleted with its owner.
    let folder: String
    /// The top of the working tree.
    let path: String

    /// The database that `writ` uses where no other is named.
    var database: String { path + "/.writ/production.db" }

    /// An empty folder, for a repository or something that is none.
    init() throws {
        folder = try temporaryFolder()
        path = folder + "/repository"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    }

    /// A copy of another sandbox, store and history included.
    init(copying other: Sandbox) throws {
        folder = try temporaryFolder()
        path = folder + "/repository"
        try FileManager.default.copyItem(atPath: other.path, toPath: path)
    }

    /// A repository with the files of an example in its first commit.
    convenience init(_ example: Example) throws {
        try self.init()
        for name in try FileManager.default.contentsOfDirectory(atPath: example.path) where name != ".writ" {
            try FileManager.default.copyItem(atPath: "\(example.path)/\(name)", toPath: "\(path)/\(name)")
        }
        try initialize()
    }

    /// A repository with these files, by path, in its first commit.
    convenience init(_ files: [String: String]) throws {
        try self.init()
        for (name, text) in files { try write(text, to: name) }
        try initialize()
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    private func initialize() throws {
        try git("init", "-q", "-b", "main")
        try commit("first")
    }

    /// Runs `writ` in the repository.
    ///
    /// - Parameter environment: variables besides those of every command.
    func writ(
        _ arguments: String..., environment: [String: String] = [:], seconds: Double = 60,
        errorBytes: Int = .max, typing: String? = nil
    ) throws -> CommandResult {
        try writ(
            arguments, environment: environment, seconds: seconds, errorBytes: errorBytes, typing: typing)
    }

    /// Runs `writ` in the repository.
    func writ(
        _ arguments: [String], environment: [String: String] = [:], seconds: Double = 60,
        errorBytes: Int = .max, typing: String? = nil
    ) throws -> CommandResult {
        try runProcess(
            WritProgram.path, arguments, in: path,
            environment: self.environment.merging(environment) { $1 }, seconds: seconds,
            errorBytes: errorBytes, typing: typing)
    }

    /// What `git` prints, without the last line end.
    ///
    /// - Throws: ``CommandFailure`` where it fails.
    @discardableResult
    func git(_ arguments: String...) throws -> String {
        let result = try runProcess(
            "git", arguments, in: path, environment: environment, seconds: 60)
        guard result.code == 0 else { throw CommandFailure(arguments: ["git"] + arguments, result: result) }
        return result.stdout.trimmingCharacters(in: .newlines)
    }

    /// Commits all that is in the working tree and answers the commit's id.
    @discardableResult
    func commit(_ message: String) throws -> String {
        try git("add", "-A")
        try git("commit", "-q", "--allow-empty", "-m", message)
        return try git("rev-parse", "HEAD")
    }

    /// Writes a file of the working tree and makes the folders above it.
    func write(_ text: String, to name: String) throws {
        let url = URL(fileURLWithPath: path).appendingPathComponent(name)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    /// Replaces `old`, which has to be there, in a file of the working tree.
    func replace(_ old: String, by new: String, in name: String) throws {
        let text = try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
        guard text.contains(old) else { throw TextMissing(text: old, file: name) }
        try write(text.replacingOccurrences(of: old, with: new), to: name)
    }

    /// Of every command.
    var environment: [String: String] {
        [
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": folder,
            "LC_ALL": "C", "TZ": "UTC", "TERM": "xterm", "WRIT_ACTOR": "ann",
            "GIT_CONFIG_NOSYSTEM": "1", "GIT_TERMINAL_PROMPT": "0",
            "GIT_AUTHOR_NAME": "Ann", "GIT_AUTHOR_EMAIL": "ann@acme.example",
            "GIT_COMMITTER_NAME": "Ann", "GIT_COMMITTER_EMAIL": "ann@acme.example",
            "GIT_AUTHOR_DATE": "2026-11-01T09:00:00Z", "GIT_COMMITTER_DATE": "2026-11-01T09:00:00Z",
        ]
    }
}

/// A command that had to work and did not.
struct CommandFailure: Error {
    var arguments: [String]
    var result: CommandResult
}

/// A text that a test wanted to replace and that is not there.
struct TextMissing: Error {
    var text: String
    var file: String
}

/// A new folder, its path without symbolic links.
func temporaryFolder() throws -> String {
    var template = Array((FileManager.default.temporaryDirectory.path + "/writ-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil, let resolved = realpath(template, nil) else {
        throw CocoaError(.fileWriteUnknown)
    }
    defer { free(resolved) }
    return String(cString: resolved)
}
