import Foundation
import Testing
import WritPlan

/// The workflows for GitHub, run step by step: pull request, comment, merge, apply of that plan, drift.
@Suite struct GitHubPipelineTests {
    /// The company on a hub, at rest, with a published snapshot.
    private func hub() throws -> Hub {
        let hub = try Hub(AppliedCompany.sandbox())
        let drift = try run("writ-drift.yml", ["drift", "report", "snapshot"], on: hub)
        #expect(drift.code == 0, "\(drift.run.log)")
        return hub
    }

    private func store(_ hub: Hub) -> [String: String] { ["WRIT_STORE": "sqlite:\(hub.sandbox.database)"] }

    /// Runs jobs until one fails.
    private func run(
        _ file: String, _ jobs: [String], on hub: Hub, at commit: String? = nil
    ) throws -> (code: Int32, run: WorkflowRun) {
        let commit = try commit ?? hub.sandbox.git("--git-dir", hub.bare, "rev-parse", "main")
        let needsStore = file == "writ-apply.yml" || file == "writ-drift.yml"
        let run = try WorkflowRun(file, on: hub, at: commit, variables: needsStore ? store(hub) : [:])
        for job in jobs {
            let code = try run.run(job)
            if code != 0 { return (code, run) }
        }
        return (0, run)
    }

    /// Changes a title on a branch and opens a pull request, whose checks run and which is commented on.
    private func openPull(_ hub: Hub, _ title: String, number: Int = 12, from owner: String = "acme") throws
        -> String
    {
        let branch = (try? hub.sandbox.git("rev-parse", "-q", "--verify", "title")) == nil
        try hub.sandbox.git("checkout", "-q", branch ? "-b" : "-q", "title")
        try change("teams/payments.yaml", hub) {
            $0.replacing(
                #/description: .* of payments|description: Payments lead/#, with: "description: \(title)")
        }
        try hub.sandbox.commit("a title")
        return try pushed(hub, number, owner)
    }

    private func change(_ file: String, _ hub: Hub, _ edit: (String) -> String) throws {
        let text = try String(contentsOfFile: "\(hub.sandbox.path)/\(file)", encoding: .utf8)
        #expect(edit(text) != text, "the change of \(file) changes something")
        try hub.sandbox.write(edit(text), to: file)
    }

    private func pushed(_ hub: Hub, _ number: Int, _ owner: String) throws -> String {
        let branch = try hub.sandbox.git("branch", "--show-current")
        try hub.push(branch, asPull: number, from: owner)
        let merge = try hub.sandbox.git("--git-dir", hub.bare, "rev-parse", "refs/pull/\(number)/merge")
        let review = try run("writ-review.yml", ["check"], on: hub, at: merge)
        #expect(review.code == 0, "\(review.run.log)")
        #expect(review.run.summary.contains("### Writ plan for `production`"))
        let comment = try run("writ-comment.yml", ["plan", "comment"], on: hub)
        #expect(comment.code == 0, "\(comment.run.log)")
        return review.run.log + comment.run.log
    }

    @Test
    func `a pull request is planned, commented, merged and applied as it was reviewed; then drift is found`()
        throws
    {
        let hub = try hub()
        _ = try openPull(hub, "Head of payments")
        let comments = try hub.comments(of: 12)
        #expect(comments.count == 1)
        #expect(comments[0].contains("update user/li.na"))
        #expect(comments[0].contains("\"Payments lead\" → \"Head of payments\""))
        #expect(
            faults(inComment: comments[0].trimmingCharacters(in: .newlines)).filter { !$0.contains("[here]") }
                == [])

        let merged = try hub.merge(12)
        let apply = try run("writ-apply.yml", ["plan", "apply", "snapshot"], on: hub, at: merged)
        #expect(apply.code == 0, "\(apply.run.log)")
        #expect(apply.run.log.contains("applied: 1 change"))
        let titles = try LiveDatabase(hub.sandbox.database).rows(
            "SELECT description FROM users WHERE name = 'li.na'")
        #expect(titles == ["Head of payments"])
        let snapshot = try hub.sandbox.git("--git-dir", hub.bare, "show", "writ-snapshot:production.json")
        #expect(snapshot.contains("Head of payments"))
        #expect(snapshot.contains(merged))
        #expect(try hub.sandbox.git("--git-dir", hub.bare, "rev-list", "--count", "writ-snapshot") == "1")

        // The same run once more, as when a person presses the button again.
        let again = try run("writ-apply.yml", ["plan", "apply"], on: hub, at: merged)
        #expect(again.code == 0, "\(again.run.log)")

        let clean = try run("writ-drift.yml", ["drift", "report", "snapshot"], on: hub)
        #expect(clean.code == 0, "\(clean.run.log)")
        #expect(try hub.issues().isEmpty)
    }

    @Test func `a pull request from a fork needs no secret, and its next commit updates the one comment`()
        throws
    {
        let hub = try hub()
        // Somebody else has written the mark before.
        var state = try hub.state()
        state["comments"] = [
            "12": [
                ["id": 1, "user": ["login": "mallory"], "body": "<!-- writ:plan:production -->\nlooks good"]
            ]
        ]
        try hub.save(state)
        let log = try openPull(hub, "Deputy of payments", from: "mallory")
        #expect(!log.contains(hub.sandbox.database))
        _ = try openPull(hub, "Director of payments", from: "mallory")
        let comments = try hub.comments(of: 12)
        #expect(comments.count == 2)
        #expect(comments[0] == "<!-- writ:plan:production -->\nlooks good")
        #expect(comments[1].contains("Director of payments"))
        #expect(!comments[1].contains("Deputy of payments"))
    }

    @Test func `a fork that loosens guards is told so, and manifests that are wrong leave no old plan`()
        throws
    {
        let hub = try hub()
        try hub.sandbox.git("checkout", "-q", "-b", "loose")
        try change("writ.yaml", hub) { $0.replacing(#/percent: \d+/#, with: "percent: 100") }
        try hub.sandbox.commit("loose")
        let log = try pushed(hub, 13, "mallory")
        #expect(log.contains("::warning title=Writ::a guard refuses this plan"))
        #expect(try hub.comments(of: 13)[0].contains("loosened-guards"))

        try change("teams/payments.yaml", hub) { $0.replacing("kind: Group", with: "kind: Grupo") }
        try hub.sandbox.commit("wrong")
        try hub.push("loose", asPull: 13, from: "mallory")
        let merge = try hub.sandbox.git("--git-dir", hub.bare, "rev-parse", "refs/pull/13/merge")
        let review = try run("writ-review.yml", ["check"], on: hub, at: merge)
        #expect(review.code == 1)
        #expect(review.run.log.contains("`Grupo`"))
        #expect(try run("writ-comment.yml", ["plan", "comment"], on: hub).code == 0)
        let comments = try hub.comments(of: 13)
        #expect(comments.count == 1)
        #expect(comments[0].contains("There is no plan"))
    }

    @Test func `what changed in the store between review and merge is refused and nothing is applied`() throws
    {
        let hub = try hub()
        _ = try openPull(hub, "Head of payments")
        let database = try LiveDatabase(hub.sandbox.database)
        try database.run("UPDATE groups SET description = 'x' WHERE name = 'finance'")
        let before = try database.liveState()
        let merged = try hub.merge(12)
        let apply = try run("writ-apply.yml", ["plan", "apply"], on: hub, at: merged)
        #expect(apply.code == 5, "\(apply.run.log)")
        #expect(apply.run.log.contains("this is not the plan that was reviewed"))
        #expect(apply.run.summary.contains("update group/finance"))
        #expect(try database.liveState() == before)
    }

    /// The plan was shown, and the change comes while the environment's reviewers think about it.
    @Test func `what changes in the store between plan and apply is refused`() throws {
        let hub = try hub()
        _ = try openPull(hub, "Head of payments")
        let merged = try hub.merge(12)
        let run = try WorkflowRun("writ-apply.yml", on: hub, at: merged, variables: store(hub))
        #expect(try run.run("plan") == 0)
        let database = try LiveDatabase(hub.sandbox.database)
        try database.run("UPDATE users SET display_name = 'x' WHERE name = 'li.na'")
        let before = try database.liveState()
        #expect(try run.run("apply") == 5)
        #expect(run.log.contains("stale"), "\(run.log)")
        #expect(try database.liveState() == before)
    }

    @Test func `what nobody reviewed is not applied`() throws {
        let hub = try hub()
        try hub.sandbox.replace("Payments lead", by: "Head of payments", in: "teams/payments.yaml")
        try hub.sandbox.commit("straight to main")
        try hub.sandbox.git("push", "-q", "hub", "main")
        let apply = try run("writ-apply.yml", ["plan", "apply"], on: hub)
        #expect(apply.code == 5)
        #expect(apply.run.log.contains("so nothing was reviewed"))
    }

    @Test func `drift keeps one issue: opened, updated, left alone by a run that cannot read, closed`() throws
    {
        let hub = try hub()
        let database = try LiveDatabase(hub.sandbox.database)
        let jobs = ["drift", "report", "snapshot"]
        try database.run("UPDATE groups SET description = 'x' WHERE name = 'finance'")
        #expect(try run("writ-drift.yml", jobs, on: hub).code == 0)
        #expect(try hub.issues().map(\.state) == ["open"])
        #expect(try hub.issues()[0].body.contains("group/finance"))

        try database.run("UPDATE groups SET description = 'y' WHERE name = 'support'")
        #expect(try run("writ-drift.yml", jobs, on: hub).code == 0)
        #expect(try hub.issues().count == 1)
        #expect(try hub.issues()[0].body.contains("group/support"))
        let body = try hub.issues()[0].body

        // Nothing is concluded from what cannot be read.
        try database.run(
            "CREATE TABLE kept AS SELECT id, document FROM policies; UPDATE policies SET document = '{'")
        #expect(try run("writ-drift.yml", jobs, on: hub).code == 7)
        #expect(try hub.issues().map(\.body) == [body])
        try database.run(
            "UPDATE policies SET document = (SELECT document FROM kept WHERE kept.id = policies.id)")

        let put = try hub.sandbox.writ("apply", "--auto-approve")
        #expect(put.code == 0, "\(put.stderr)")
        #expect(try run("writ-drift.yml", jobs, on: hub).code == 0)
        #expect(try hub.issues().map(\.state) == ["closed"])
        #expect(try hub.issues()[0].body.contains("no drift"))
    }
}
