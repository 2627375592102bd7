import Foundation
import Testing

/// What GitHub would be: a bare repository, pull requests, comments and issues, and runners that run the
/// jobs of the example workflows step by step. Only `gh` and the three actions of GitHub's own are imitated.
final class Hub {
    let sandbox: Sandbox
    /// The value of every expression that the workflows may use besides those of steps and jobs.
    var expressions: [String: String] = [:]
    private var runs = 0

    var bare: String { "\(sandbox.folder)/hub/acme/iam" }
    private var statePath: String { sandbox.folder + "/github.json" }

    /// A hub whose main branch is the sandbox's.
    init(_ sandbox: Sandbox) throws {
        self.sandbox = sandbox
        try sandbox.git("init", "-q", "--bare", "-b", "main", bare)
        try sandbox.git("remote", "add", "hub", bare)
        try sandbox.git("push", "-q", "hub", "main")
        try save(["pulls": [], "comments": [String: Any](), "issues": [], "calls": []])
    }

    /// GitHub's memory.
    func state() throws -> [String: Any] {
        let data = try Data(contentsOf: URL(fileURLWithPath: statePath))
        return try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
    }

    func save(_ state: [String: Any]) throws {
        try JSONSerialization.data(withJSONObject: state).write(to: URL(fileURLWithPath: statePath))
    }

    /// The comments of a pull request, as texts.
    func comments(of number: Int) throws -> [String] {
        let comments = try state()["comments"] as? [String: [[String: Any]]] ?? [:]
        return (comments["\(number)"] ?? []).compactMap { $0["body"] as? String }
    }

    func issues() throws -> [(state: String, body: String)] {
        let issues = try state()["issues"] as? [[String: Any]] ?? []
        return issues.map { ($0["state"] as? String ?? "", $0["body"] as? String ?? "") }
    }

    /// Opens a pull request from `branch`, or brings it up to date, as GitHub does: with a merge of both.
    func push(_ branch: String, asPull number: Int, from owner: String) throws {
        try sandbox.git("push", "-q", "-f", "hub", "\(branch):refs/pull/\(number)/head")
        let head = try sandbox.git("rev-parse", branch)
        let base = try sandbox.git("--git-dir", bare, "rev-parse", "main")
        try sandbox.git("fetch", "-q", "hub")
        try sandbox.git("checkout", "-q", "--detach", base)
        try sandbox.git("merge", "-q", "--no-ff", "-m", "Merge \(head) into \(base)", head)
        try sandbox.git("push", "-q", "-f", "hub", "HEAD:refs/pull/\(number)/merge")
        try sandbox.git("checkout", "-q", branch)
        var state = try state()
        var pulls = (state["pulls"] as? [[String: Any]] ?? []).filter { $0["number"] as? Int != number }
        pulls.append([
            "number": number, "state": "open", "merge_commit_sha": "", "merged_at": NSNull(),
            "head": ["sha": head, "label": "\(owner):\(branch)"], "base": ["sha": base],
        ])
        state["pulls"] = pulls
        try save(state)
        expressions = [
            "github.event.pull_request.base.sha": base, "github.event.workflow_run.head_sha": head,
            "github.event.workflow_run.head_repository.owner.login": owner,
            "github.event.workflow_run.head_branch": branch,
            "github.event.workflow_run.html_url": "https://github.example/acme/iam/actions/runs/7",
        ]
    }

    /// Merges a pull request with a merge commit, whose id it answers.
    func merge(_ number: Int) throws -> String {
        try sandbox.git("fetch", "-q", "hub", "main", "refs/pull/\(number)/head")
        let head = try sandbox.git("--git-dir", bare, "rev-parse", "refs/pull/\(number)/head")
        try sandbox.git("checkout", "-q", "-B", "main", "hub/main")
        try sandbox.git("merge", "-q", "--no-ff", "-m", "Merge pull request #\(number)", head)
        try sandbox.git("push", "-q", "hub", "main")
        let merged = try sandbox.git("rev-parse", "HEAD")
        var state = try state()
        var pulls = state["pulls"] as? [[String: Any]] ?? []
        for index in pulls.indices where pulls[index]["number"] as? Int == number {
            pulls[index]["state"] = "closed"
            pulls[index]["merged_at"] = "2026-11-22T12:00:00Z"
            pulls[index]["merge_commit_sha"] = merged
        }
        state["pulls"] = pulls
        try save(state)
        return merged
    }

    /// A new folder for a job.
    func folder(_ name: String) throws -> String {
        runs += 1
        let path = "\(sandbox.folder)/job-\(runs)-\(name)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return path
    }

    /// The environment of a runner, as GitHub gives it.
    func environment(_ job: String, at commit: String) -> [String: String] {
        [
            "PATH": PipelineFile.support + "/github:"
                + (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"),
            "HOME": job, "LC_ALL": "C.UTF-8", "TZ": "UTC", "CI": "true", "GITHUB_ACTIONS": "true",
            "GITHUB_REPOSITORY": "acme/iam", "GITHUB_SERVER_URL": "file://\(sandbox.folder)/hub",
            "GITHUB_SHA": commit, "RUNNER_TEMP": job + "/temp", "GITHUB_WORKSPACE": job + "/work",
            "GITHUB_STEP_SUMMARY": job + "/summary.md", "GITHUB_OUTPUT": job + "/output",
            "GITHUB_EVENT_PATH": job + "/event.json", "GH_STATE": statePath,
            "GIT_CONFIG_NOSYSTEM": "1", "GIT_TERMINAL_PROMPT": "0",
            "WRIT_URL": "file://" + WritProgram.path,
        ]
    }
}
