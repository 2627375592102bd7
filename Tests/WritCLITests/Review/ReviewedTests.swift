import Foundation
import Testing
import WritDigest
import WritPlan

/// `writ apply --reviewed`: another commit, the same effects, or nothing.
@Suite struct ReviewedTests {
    /// The company with a change that was planned, on a commit that is then merged under another id.
    private func merged() throws -> (sandbox: Sandbox, effect: String) {
        let sandbox = try AppliedCompany.sandbox()
        try sandbox.git("checkout", "-q", "-b", "title")
        try sandbox.replace("Payments lead", by: "Head of payments", in: "teams/payments.yaml")
        try sandbox.commit("a title")
        let plan = try sandbox.writ("plan", "--out", "../reviewed.json")
        #expect(plan.code == 0)
        try sandbox.git("checkout", "-q", "main")
        try sandbox.write("nothing to do with it\n", to: "NOTES.md")
        try sandbox.commit("notes")
        try sandbox.git("merge", "-q", "--no-ff", "-m", "merge", "title")
        let file = try Plan(
            file: Array(Data(contentsOf: URL(fileURLWithPath: sandbox.folder + "/reviewed.json"))))
        return (sandbox, file.effectDigest.description)
    }

    @Test
    func `a merge commit with the reviewed effects is applied without asking, and again without effect`()
        throws
    {
        let (sandbox, effect) = try merged()
        let stale = try sandbox.writ("apply", "--reviewed", "sha256:" + String(repeating: "0", count: 64))
        #expect(stale.code == 5)
        #expect(stale.stderr.contains("needed now: update user/li.na"))
        let apply = try sandbox.writ("apply", "--reviewed", effect)
        #expect(apply.code == 0, "\(apply.stderr)")
        #expect(try sandbox.writ("plan", "--exit-code").code == 0)
        let again = try sandbox.writ("apply", "--reviewed", effect)
        #expect(again.code == 0, "\(again.stderr)")
        #expect(again.stdout.contains("nothing to do"))
    }

    @Test func `what somebody changed since the review is named, and nothing is applied`() throws {
        let (sandbox, _) = try merged()
        let database = try LiveDatabase(sandbox.database)
        try database.run("UPDATE groups SET description = 'x' WHERE name = 'finance'")
        let before = try database.liveState()
        let apply = try sandbox.writ("apply", "--reviewed-plan", "../reviewed.json")
        #expect(apply.code == 5)
        #expect(apply.stderr.contains("needed now, not reviewed: update group/finance"), "\(apply.stderr)")
        #expect(try database.liveState() == before)
        try database.run("UPDATE users SET description = 'Head of payments' WHERE name = 'li.na'")
        let vanished = try sandbox.writ("apply", "--reviewed-plan", "../reviewed.json")
        #expect(vanished.stderr.contains("reviewed, not needed now: update user/li.na"), "\(vanished.stderr)")
    }

    @Test func `a saved plan is applied only if it is the reviewed one`() throws {
        let (sandbox, effect) = try merged()
        #expect(try sandbox.writ("plan", "--out", "../plan.json").code == 0)
        let other = "sha256:" + String(repeating: "1", count: 64)
        let refused = try sandbox.writ("apply", "../plan.json", "--reviewed", other)
        #expect(refused.code == 5)
        #expect(refused.stderr.contains("what would be done now is not what was reviewed"))
        #expect(try sandbox.writ("apply", "../plan.json", "--reviewed", effect).code == 0)
    }

    @Test func `an apply of the reviewed effects that was cut short goes on`() throws {
        let sandbox = try AppliedCompany.sandbox()
        for name in ["finance", "support", "data"] {
            let file = "teams/\(name).yaml"
            let text = try String(contentsOfFile: "\(sandbox.path)/\(file)", encoding: .utf8)
            try sandbox.write(
                text.replacing("  description: ", with: "  description: New, ", maxReplacements: 1), to: file)
        }
        try sandbox.commit("texts")
        #expect(try sandbox.writ("plan", "--out", "../reviewed.json").code == 0)
        let database = try LiveDatabase(sandbox.database)
        // A rule of somebody else's lets one of the changes fail.
        try database.run(
            """
            CREATE TRIGGER no_finance BEFORE UPDATE ON groups WHEN NEW.name = 'finance'
            BEGIN SELECT RAISE(ABORT, 'no'); END
            """)
        #expect(try sandbox.writ("apply", "--reviewed-plan", "../reviewed.json").code == 6)
        try database.run("DROP TRIGGER no_finance")
        let apply = try sandbox.writ("apply", "--reviewed-plan", "../reviewed.json")
        #expect(apply.code == 0, "\(apply.stderr)")
        #expect(try sandbox.writ("plan", "--exit-code").code == 0)
    }

    @Test func `a review that names nothing is a usage error`() throws {
        let (sandbox, effect) = try merged()
        #expect(try sandbox.writ("apply", "--reviewed", "sha256:1").code == 64)
        let both = try sandbox.writ(
            "apply", "--reviewed", "sha256:" + String(repeating: "0", count: 64), "--reviewed-plan",
            "../reviewed.json")
        #expect(both.code == 64)
        #expect(both.stderr.contains(effect))
    }

    @Test func `a branch cannot loosen the guards that judge it`() throws {
        let sandbox = try Sandbox(Example.first)
        try sandbox.git("checkout", "-q", "-b", "loose")
        let loose = "    guards: {removedObjects: {percent: 100, ceiling: 1000}}\n"
        let text = try String(contentsOfFile: sandbox.path + "/writ.yaml", encoding: .utf8)
        try sandbox.write(text + loose, to: "writ.yaml")
        try sandbox.commit("loose guards")
        try sandbox.git("checkout", "-q", "main")
        try sandbox.commit("main goes on")
        // Nothing was ever applied, so only the base tells which guards are in force.
        #expect(try sandbox.writ("plan", "--rev", "loose").code == 0)
        let plan = try sandbox.writ("plan", "--rev", "loose", "--base", "main")
        #expect(plan.code == 5, "\(plan.stdout)")
        #expect(plan.stderr.contains("refused[loosened-guards]"))
        #expect(try sandbox.writ("plan", "--rev", "main", "--base", "loose").code == 0)
        #expect(try sandbox.writ("plan", "--rev", "loose", "--base", "nowhere").code == 1)
    }
}
