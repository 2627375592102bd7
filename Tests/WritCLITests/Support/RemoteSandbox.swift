import Foundation

/// A user with a home of their own and nothing else, and a bare repository that is elsewhere.
final class RemoteSandbox: Sendable {
    /// The user's place, which is no repository; the home is the folder around it.
    let user: Sandbox
    /// The working tree from which the remote is pushed to.
    let origin: Sandbox
    /// The bare repository.
    let bare: String

    /// The user's home.
    var home: String { user.folder }

    /// - Parameter bare: where the bare repository is made; beside its working tree by default.
    init(bare: String? = nil) throws {
        let template = try Self.template.get()
        user = try Sandbox()
        origin = try Sandbox(copying: template)
        self.bare = bare ?? origin.folder + "/iam.git"
        try FileManager.default.copyItem(atPath: template.folder + "/iam.git", toPath: self.bare)
        try origin.git("remote", "add", "origin", self.bare)
    }

    /// The first example and a bare clone of it beside it, made once.
    private static let template: Result<Sandbox, any Error> = Result {
        let sandbox = try Sandbox(Example.first)
        try sandbox.git("clone", "-q", "--bare", sandbox.path, sandbox.folder + "/iam.git")
        // Static values are not destroyed at the end of the process.
        atexit { try? FileManager.default.removeItem(atPath: RemoteSandbox.template.get().folder) }
        return sandbox
    }

    deinit { try? FileManager.default.removeItem(atPath: bare) }

    /// Runs `writ validate` on a URL.
    func validate(
        _ url: String, _ arguments: [String] = [], _ environment: [String: String] = [:], seconds: Double = 60
    ) throws -> CommandResult {
        try user.writ(
            ["validate", "--repo", url] + arguments, environment: environment, seconds: seconds)
    }

    /// The only folder of the cache.
    func cache() throws -> String {
        let root = home + "/.cache/writ/repositories"
        let names = try FileManager.default.contentsOfDirectory(atPath: root)
        return try root + "/" + (names.only)
    }

    /// The packs of the cache.
    func packs() throws -> [String] {
        let folder = try cache() + "/repository.git/objects/pack"
        return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map { "\(folder)/\($0)" }
    }

    /// Commits a change of the manifests and pushes it.
    @discardableResult
    func push(_ message: String, file: String = "note.txt") throws -> String {
        try origin.write(message, to: file)
        let commit = try origin.commit(message)
        try origin.git("push", "-q", "--force", "origin", "HEAD")
        return commit
    }
}

extension Array {
    /// The only element.
    var only: Element {
        get throws {
            guard count == 1 else { throw CocoaError(.fileNoSuchFile) }
            return self[0]
        }
    }
}

/// Where the servers' programs are.
func serverScript(_ name: String, file: String = #filePath) -> String {
    URL(fileURLWithPath: file).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Servers/\(name)").path
}

/// Runs a program that has to work.
@discardableResult
func runTool(_ executable: String, _ arguments: String..., in folder: String) throws -> String {
    let environment = [
        "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": folder,
    ]
    let result = try runProcess(executable, arguments, in: folder, environment: environment, seconds: 60)
    guard result.code == 0 else { throw CommandFailure(arguments: [executable] + arguments, result: result) }
    return result.stdout
}
