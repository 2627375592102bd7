import Foundation

/// A pipeline file of `examples/pipelines`, read by a YAML reader that is not ours.
struct PipelineFile {
    let path: String
    /// The document, with every scalar as its text.
    let root: [String: Any]

    static let folder = Example.folder + "/pipelines"
    /// What the tests of pipelines need beside them.
    static let support = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/Files"

    init(_ name: String) throws {
        path = "\(Self.folder)/\(name)"
        let result = try runPlain("/usr/bin/python3", ["\(Self.support)/yaml-to-json.py", path])
        guard result.code == 0 else { throw CommandFailure(arguments: [path], result: result) }
        root = try JSONSerialization.jsonObject(with: Data(result.stdout.utf8)) as? [String: Any] ?? [:]
    }
}

/// Runs a program with next to no environment.
func runPlain(_ executable: String, _ arguments: [String]) throws -> CommandResult {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return try runProcess(
        executable, arguments, in: "/", environment: ["PATH": path, "LC_ALL": "C.UTF-8"], seconds: 60)
}

/// A workflow for GitHub Actions.
struct Workflow {
    let jobs: [String: [String: Any]]
    let environment: [String: String]

    init(_ name: String) throws {
        let file = try PipelineFile("github/\(name)")
        jobs = file.root["jobs"] as? [String: [String: Any]] ?? [:]
        environment = file.root["env"] as? [String: String] ?? [:]
    }

    /// The steps of a job, in order.
    func steps(of job: String) -> [[String: Any]] { jobs[job]?["steps"] as? [[String: Any]] ?? [] }
}
