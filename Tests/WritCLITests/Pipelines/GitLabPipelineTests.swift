import Foundation
import Testing

/// The pipeline for GitLab, run script by script: merge request, note, merge, apply of that plan, drift.
@Suite struct GitLabPipelineTests {
    private let sandbox: Sandbox
    private let pipeline: GitLabPipeline

    private var bare: String { sandbox.folder + "/project.git" }
    private var statePath: String { sandbox.folder + "/gitlab.json" }

    init() throws {
        sandbox = try AppliedCompany.sandbox()
        pipeline = try GitLabPipeline()
        try sandbox.git("init", "-q", "--bare", "-b", "main", bare)
        try sandbox.git("remote", "add", "origin", bare)
        try sandbox.git("push", "-q", "origin", "main")
        try save(["requests": [], "notes": [String: Any](), "issues": []])
    }

    private func state() throws -> [String: Any] {
        let data = try Data(contentsOf: URL(fileURLWithPath: statePath))
        return try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
    }

    private func save(_ state: [String: Any]) throws {
        try JSONSerialization.data(withJSONObject: state).write(to: URL(fileURLWithPath: statePath))
    }

    private func notes() throws -> [String] {
        let notes = try state()["notes"] as? [String: [[String: Any]]] ?? [:]
        return (notes["5"] ?? []).compactMap { $0["body"] as? String }
    }

    private func issues() throws -> [String] {
        (try state()["issues"] as? [[String: Any]] ?? []).map {
            "\($0["state"] ?? "") \($0["description"] ?? "")"
        }
    }

    /// Runs a job in a clone at `revision`.
    ///
    /// - Parameters:
    ///   - isTrusted: whether the job gets the token and the store, as only jobs of the default branch do.
    ///   - work: the clone of an earlier job, whose artifacts the job needs.
    private func run(
        _ job: String, at revision: String = "origin/main", isTrusted: Bool = true, work: String? = nil
    ) throws -> (CommandResult, work: String) {
        let work = work ?? "\(sandbox.folder)/clone-\(UInt32.random(in: 0 ... .max))"
        if !FileManager.default.fileExists(atPath: work + "/.git") {
            try sandbox.git("clone", "-q", bare, work)
            try sandbox.git(
                "-C", work, "fetch", "-q", "origin", "+refs/merge-requests/*:refs/merge-requests/*")
            try sandbox.git("-C", work, "checkout", "-q", "--detach", revision)
        }
        let script = work + ".\(job).sh"
        try Data(pipeline.script(of: job).utf8).write(to: URL(fileURLWithPath: script))
        var environment = pipeline.variables(of: job)
        environment.merge([
            "PATH": PipelineFile.support + "/gitlab:"
                + (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"),
            "HOME": work, "LC_ALL": "C.UTF-8", "TMPDIR": sandbox.folder, "GIT_CONFIG_NOSYSTEM": "1",
            "GITLAB_STATE": statePath, "CI_API_V4_URL": "https://gitlab.example/api/v4", "CI_PROJECT_ID": "3",
            "CI_DEFAULT_BRANCH": "main", "CI_SERVER_URL": "https://gitlab.example",
            "CI_PROJECT_URL": String(bare.dropLast(4)), "GITLAB_USER_LOGIN": "ann",
            "CI_COMMIT_SHA": try sandbox.git("-C", work, "rev-parse", "HEAD"),
            "CI_MERGE_REQUEST_PROJECT_URL": String(bare.dropLast(4)),
            "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main",
            "WRIT_URL": "file://" + WritProgram.path, "WRIT_SHA256": try WritChecksum.value.get(),
        ]) { $1 }
        if isTrusted {
            environment["WRIT_TOKEN"] = "a-token"
            environment["WRIT_STORE"] = "sqlite:\(sandbox.database)"
        }
        let result = try runProcess("bash", [script], in: work, environment: environment, seconds: 120)
        return (result, work)
    }

    /// Publishes a snapshot, changes a title on a branch and opens a merge request.
    private func openRequest() throws {
        let (drift, _) = try run("drift")
        #expect(drift.code == 0, "\(drift.stderr)")
        try sandbox.git("checkout", "-q", "-b", "title")
        try sandbox.replace("Payments lead", by: "Head of payments", in: "teams/payments.yaml")
        try sandbox.commit("a title")
        try sandbox.git("push", "-q", "origin", "title:refs/merge-requests/5/head")
        var state = try state()
        state["requests"] = [["iid": 5, "state": "opened", "merge_commit_sha": NSNull()]]
        try save(state)
    }

    private func merge() throws {
        try sandbox.git("checkout", "-q", "main")
        try sandbox.git("merge", "-q", "--no-ff", "-m", "Merge branch 'title'", "title")
        try sandbox.git("push", "-q", "origin", "main")
        var state = try state()
        let commit = try sandbox.git("rev-parse", "HEAD")
        state["requests"] = [["iid": 5, "state": "merged", "merge_commit_sha": commit]]
        try save(state)
    }

    @Test func `a merge request is planned, noted, merged and applied as it was reviewed`() throws {
        try openRequest()
        let (review, work) = try run("review", at: "refs/merge-requests/5/head", isTrusted: false)
        #expect(review.code == 0, "\(review.stderr)")
        let plan = try String(contentsOfFile: work + "/writ-plan.md", encoding: .utf8)
        #expect(plan.contains("\"Payments lead\" → \"Head of payments\""))

        for _ in 1...2 {
            let (notes, _) = try run("notes")
            #expect(notes.code == 0, "\(notes.stderr)")
        }
        #expect(try notes().count == 1)
        #expect(try notes()[0].contains("update user/li.na"))

        try merge()
        let (planned, folder) = try run("plan")
        #expect(planned.code == 0, "\(planned.stderr)")
        let (applied, _) = try run("apply", work: folder)
        #expect(applied.code == 0, "\(applied.stderr)")
        #expect(applied.stdout.contains("applied: 1 change"))
        #expect(
            try sandbox.git("--git-dir", bare, "show", "writ-snapshot:production.json").contains(
                "Head of payments"))
        // The button pressed again.
        #expect(try run("apply", work: folder).0.code == 0)
    }

    @Test func `what changed since the review is refused`() throws {
        try openRequest()
        let (notes, _) = try run("notes")
        #expect(notes.code == 0, "\(notes.stdout)\(notes.stderr)")
        try merge()
        let database = try LiveDatabase(sandbox.database)
        try database.run("UPDATE groups SET description = 'x' WHERE name = 'finance'")
        let (plan, _) = try run("plan")
        #expect(plan.code == 5, "\(plan.stderr)")
        #expect(plan.stderr.contains("this is not the plan that was reviewed"))
    }

    @Test func `drift keeps one issue: opened, updated, left alone by a run that cannot read, closed`() throws
    {
        let database = try LiveDatabase(sandbox.database)
        for (name, text) in [("finance", "group/finance"), ("support", "group/support")] {
            try database.run("UPDATE groups SET description = 'x' WHERE name = '\(name)'")
            let (drift, _) = try run("drift")
            #expect(drift.code == 0, "\(drift.stderr)")
            #expect(try issues().count == 1)
            #expect(try issues()[0].contains(text))
        }
        let before = try issues()
        try database.run(
            "CREATE TABLE kept AS SELECT id, document FROM policies; UPDATE policies SET document = '{'")
        #expect(try run("drift").0.code == 7)
        #expect(try issues() == before)
        try database.run(
            "UPDATE policies SET document = (SELECT document FROM kept WHERE kept.id = policies.id)")
        #expect(try sandbox.writ("apply", "--auto-approve").code == 0)
        #expect(try run("drift").0.code == 0)
        #expect(try issues()[0].hasPrefix("closed "))
    }
}
