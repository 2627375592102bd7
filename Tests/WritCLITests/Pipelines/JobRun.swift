import Foundation
import Testing

/// One run of a workflow: its jobs in the order in which they are asked for, with what they hand on.
final class WorkflowRun {
    private let hub: Hub
    private let workflow: Workflow
    private let commit: String
    /// What `runs` of another program would see: changes to the workflow's own variables.
    private let variables: [String: String]
    private var expressions: [String: String]
    private let artifacts: String
    private(set) var log = ""
    private(set) var summary = ""

    /// - Parameters:
    ///   - commit: the commit that `GITHUB_SHA` names and that is checked out.
    ///   - variables: values for variables of the workflow, such as the place of the store.
    init(_ file: String, on hub: Hub, at commit: String, variables: [String: String] = [:]) throws {
        self.hub = hub
        self.workflow = try Workflow(file)
        self.commit = commit
        self.variables = variables
        self.artifacts = try hub.folder("artifacts")
        self.expressions = hub.expressions.merging([
            "github.token": "a-token", "github.server_url": "https://github.example",
            "github.repository": "acme/iam", "github.run_id": "7", "github.actor": "ann",
            "vars.WRIT_APPROVE": "",
        ]) { mine, _ in mine }
    }

    /// Runs a job; answers the exit code of the step that failed, or 0. A job without permission for
    /// something gets an error from GitHub.
    @discardableResult
    func run(_ job: String) throws -> Int32 {
        let definition = try #require(workflow.jobs[job])
        if let condition = definition["if"] as? String, !(try holds(condition)) { return 0 }
        let folder = try hub.folder(job)
        for name in ["temp", "work"] {
            try FileManager.default.createDirectory(
                atPath: "\(folder)/\(name)", withIntermediateDirectories: true)
        }
        expressions["runner.temp"] = folder + "/temp"
        var environment = hub.environment(folder, at: commit)
        environment["GH_SCOPES"] = scopes(definition["permissions"] as? [String: String] ?? [:])
        for (name, value) in workflow.environment where !name.hasPrefix("WRIT_URL") {
            environment[name] = try variables[name] ?? filled(value)
        }
        environment["WRIT_SHA256"] = try WritChecksum.value.get()
        for (number, step) in workflow.steps(of: job).enumerated() {
            if let condition = step["if"] as? String, !(try holds(condition)) { continue }
            if let action = step["uses"] as? String {
                try imitate(action, step["with"] as? [String: String] ?? [:], folder)
                continue
            }
            let code = try run(step, number, folder, environment)
            guard code == 0 else { return code }
            try takeOutputs(of: step, folder)
        }
        for (name, value) in definition["outputs"] as? [String: String] ?? [:] {
            expressions["needs.\(job).outputs.\(name)"] = try filled(value)
        }
        return 0
    }

    private func run(
        _ step: [String: Any], _ number: Int, _ folder: String, _ environment: [String: String]
    ) throws -> Int32 {
        let script = try #require(step["run"] as? String)
        #expect(!script.contains("${{"), "values reach scripts through variables only")
        let path = "\(folder)/step-\(number).sh"
        try Data(script.utf8).write(to: URL(fileURLWithPath: path))
        for name in ["output", "summary.md", "event.json"]
        where !FileManager.default.fileExists(atPath: "\(folder)/\(name)") {
            try Data().write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
        }
        var environment = environment
        for (name, value) in step["env"] as? [String: String] ?? [:] { environment[name] = try filled(value) }
        let result = try runProcess(
            "bash", ["--noprofile", "--norc", "-eo", "pipefail", path], in: folder + "/work",
            environment: environment, seconds: 120)
        log += "== \(step["name"] ?? "") (\(result.code))\n\(result.stdout)\(result.stderr)"
        summary = try String(contentsOfFile: folder + "/summary.md", encoding: .utf8)
        return result.code
    }

    /// Outputs are lines `name=value`.
    private func takeOutputs(of step: [String: Any], _ folder: String) throws {
        guard let id = step["id"] as? String else { return }
        let text = try String(contentsOfFile: folder + "/output", encoding: .utf8)
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: "=", maxSplits: 1).map(String.init)
            if parts.count == 2 { expressions["steps.\(id).outputs.\(parts[0])"] = parts[1] }
        }
        try Data().write(to: URL(fileURLWithPath: folder + "/output"))
    }

    private func imitate(_ action: String, _ inputs: [String: String], _ folder: String) throws {
        let name = String(action.prefix { $0 != "@" })
        switch name {
        case "actions/checkout":
            #expect(inputs["persist-credentials"] == "false")
            try hub.sandbox.git("clone", "-q", hub.bare, folder + "/work")
            try hub.sandbox.git("-C", folder + "/work", "fetch", "-q", "origin", commit)
            try hub.sandbox.git("-C", folder + "/work", "checkout", "-q", "--detach", commit)
        case "actions/upload-artifact":
            let target = "\(artifacts)/\(inputs["name"] ?? "")"
            try? FileManager.default.removeItem(atPath: target)
            try FileManager.default.copyItem(atPath: try filled(inputs["path"] ?? ""), toPath: target)
        case "actions/download-artifact":
            let path = try filled(inputs["path"] ?? "")
            try FileManager.default.copyItem(atPath: "\(artifacts)/\(inputs["name"] ?? "")", toPath: path)
        default: Issue.record("an action that nobody imitates: \(action)")
        }
    }

    /// The text with its expressions replaced; an expression that nobody knows is empty where a step or a job could
    /// have set it, and a mistake otherwise.
    private func filled(_ text: String) throws -> String {
        text.replacing(#/\$\{\{ *([^}]*?) *\}\}/#) { match in
            let name = String(match.1)
            if let value = expressions[name] { return value }
            #expect(name.hasPrefix("steps.") || name.hasPrefix("needs."), "unknown expression \(name)")
            return ""
        }
    }

    private func holds(_ condition: String) throws -> Bool {
        switch condition {
        case "runner.environment == 'github-hosted'": return false
        case "github.event.workflow_run.event == 'pull_request'": return true
        default:
            #expect(
                condition.firstMatch(of: #/^(steps|needs)\.[a-z.]+$/#) != nil,
                "unknown condition \(condition)")
            return !(expressions[condition] ?? "").isEmpty
        }
    }

    private func scopes(_ permissions: [String: String]) -> String {
        permissions.flatMap { $1 == "write" ? [$0, "\($0):write"] : [$0] }.joined(separator: ",")
    }
}

/// The checksum of the program, as a workflow states it.
enum WritChecksum {
    static let value = Result {
        try String(runPlain("sha256sum", [WritProgram.path]).stdout.prefix { $0 != " " })
    }
}
