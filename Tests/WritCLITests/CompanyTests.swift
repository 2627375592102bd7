import Foundation
import Testing

/// A firm's whole IAM through the life of a repository.
@Suite(.serialized) struct CompanyTests {
    @Test(arguments: HandEdit.all)
    func `an edit by hand is found, told with its direction, and healed by the next apply`(
        _ edit: HandEdit
    ) throws {
        let sandbox = try AppliedCompany.sandbox()
        let before = try LiveDatabase(sandbox.database).liveState()
        try LiveDatabase(sandbox.database).run(edit.sql)
        #expect(try LiveDatabase(sandbox.database).liveState() != before)

        let drift = try sandbox.writ("drift")
        #expect(drift.code == 3)
        let lines = drift.stdout.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        #expect(lines.contains { $0.hasPrefix(edit.address + "    ") }, "\(drift.stdout)")
        #expect(lines.contains { $0 == edit.line || $0.hasPrefix(edit.line + "    ") }, "\(drift.stdout)")
        // Behind the difference stands who wrote what was applied.
        #expect(lines.contains { $0.hasSuffix(" Ann 2026-11-01") }, "\(drift.stdout)")

        let apply = try sandbox.applyAsOfDay()
        #expect(apply.code == 0, "\(apply.stderr)")
        #expect(try sandbox.writ("drift").code == 0)
        #expect(try LiveDatabase(sandbox.database).liveState() == before)
    }

    @Test func `a renamed group keeps its id, its members and its attachments`() throws {
        let sandbox = try AppliedCompany.sandbox()
        let edges = """
            SELECT (SELECT count(*) FROM memberships WHERE group_id = g.id),
                (SELECT group_concat(id) FROM
                    (SELECT id FROM attachments WHERE principal_id = g.id ORDER BY id)),
                id FROM groups g WHERE name =
            """
        let before = try LiveDatabase(sandbox.database).rows(edges + "'support'")
        #expect(before.count == 1)

        try sandbox.replace(
            "  name: support\n  labels", by: "  name: customer-care\n  formerly: [support]\n  labels",
            in: "teams/support.yaml")
        try sandbox.commit("support is customer care now")
        let plan = try sandbox.planAsOfDay()
        #expect(plan.stdout.contains("1 rename, 71 unchanged"), "\(plan.stdout)")
        #expect(plan.stdout.contains("~ rename support → group/customer-care"))
        #expect(try sandbox.writ("apply", "../plan.json").code == 0)

        #expect(try LiveDatabase(sandbox.database).rows(edges + "'customer-care'") == before)
        #expect(try LiveDatabase(sandbox.database).rows(edges + "'support'") == [])
    }

    @Test func `an account that still has the former name is renamed, not made anew`() throws {
        let sandbox = try AppliedCompany.sandbox()
        let id = "SELECT id FROM groups WHERE name = "
        let before = try LiveDatabase(sandbox.database).rows(id + "'payments'")
        // As if `billing` had been applied, and then renamed in the manifests.
        try LiveDatabase(sandbox.database).run(
            """
            UPDATE groups SET name = 'billing' WHERE name = 'payments';
            UPDATE inventory_objects SET name = 'billing' WHERE kind = 'group' AND name = 'payments';
            UPDATE inventory_memberships SET group_name = 'billing' WHERE group_name = 'payments';
            UPDATE inventory_attachments SET principal_name = 'billing' WHERE principal_name = 'payments'
            """)
        let plan = try sandbox.planAsOfDay()
        #expect(plan.stdout.contains("1 rename, 71 unchanged"), "\(plan.stdout)")
        #expect(try sandbox.writ("apply", "../plan.json").code == 0)
        #expect(try LiveDatabase(sandbox.database).rows(id + "'payments'") == before)
    }

    @Test
    func `deleting more than a third of the users is refused, and passes when exactly that plan is approved`()
        throws
    {
        let sandbox = try AppliedCompany.sandbox()
        let users = "SELECT count(*) FROM users"
        #expect(try LiveDatabase(sandbox.database).rows(users) == ["35"])
        try sandbox.deleteThirteenUsers()
        let state = try LiveDatabase(sandbox.database).liveState()

        let plan = try sandbox.planAsOfDay()
        #expect(plan.code == 5)
        #expect(
            plan.stderr.contains("refused[removed-objects]: 13 of 35 users would be deleted, the limit is 3"))
        let digest = try #require(plan.stdout.firstMatch(of: /plan   (sha256:[0-9a-f]{64})/)?.1)
        #expect(plan.stderr.contains("--approve removed-objects=\(digest)"), "\(plan.stderr)")

        let refused = try sandbox.writ("apply", "../plan.json")
        #expect(refused.code == 5)
        #expect(refused.stderr.contains("refused[removed-objects]"))
        let other = try sandbox.writ(
            "apply", "../plan.json", "--approve",
            "removed-objects=sha256:" + String(repeating: "0", count: 64))
        #expect(other.code == 5)
        #expect(try LiveDatabase(sandbox.database).liveState() == state)

        let rules = plan.stderr.matches(of: /refused\[([a-z-]+)\]/).map { String($0.1) }
        let approvals = Set(rules).sorted().flatMap { ["--approve", "\($0)=\(digest)"] }
        let approved = try sandbox.writ(["apply", "../plan.json"] + approvals)
        #expect(approved.code == 0, "\(approved.stderr)")
        #expect(approved.stdout.contains("approved[removed-objects]"))
        #expect(try LiveDatabase(sandbox.database).rows(users) == ["22"])
        let history = try sandbox.writ("history")
        #expect(history.stdout.contains("removed-objects=\(digest)"))
    }

    @Test func `a user made by hand is reported as unmanaged and never touched`() throws {
        let sandbox = try AppliedCompany.sandbox()
        try LiveDatabase(sandbox.database).run(
            "INSERT INTO users (id, name, description) VALUES ('byhand', 'temp.admin', 'made in the console')"
        )
        let row = "SELECT * FROM users WHERE name = 'temp.admin'"
        let before = try LiveDatabase(sandbox.database).rows(row)

        let drift = try sandbox.writ("drift")
        #expect(drift.code == 0)
        #expect(drift.stdout.contains("unmanaged, left alone: user/temp.admin"))
        #expect(try sandbox.writ("drift", "--unmanaged").code == 3)

        try sandbox.replace("Head of finance", by: "Finance director", in: "teams/finance.yaml")
        try sandbox.commit("a new title")
        let plan = try sandbox.planAsOfDay()
        #expect(plan.stdout.contains("unmanaged, left alone: user/temp.admin"))
        #expect(try sandbox.writ("apply", "../plan.json").code == 0)
        #expect(try LiveDatabase(sandbox.database).rows(row) == before)
    }

    @Test func `an attachment whose day is over goes away, and the plan says that the day is why`() throws {
        let sandbox = try AppliedCompany.sandbox()
        let lastDay = try sandbox.writ("plan", "--as-of", "2026-12-31T23:59:59Z")
        #expect(lastDay.stdout.contains("72 unchanged"), "\(lastDay.stdout)")
        let dayAfter = try sandbox.writ("plan", "--as-of", "2027-01-01", "--out", "../plan.json")
        #expect(dayAfter.stdout.contains("1 detach"), "\(dayAfter.stdout)")
        #expect(dayAfter.stdout.contains("- detach user/ext.paul.keller loses data-lake-read"))
        #expect(dayAfter.stdout.contains("expired"))
        #expect(try sandbox.writ("apply", "../plan.json").code == 0)
        let left = try LiveDatabase(sandbox.database).rows(
            """
            SELECT p.name FROM attachments a JOIN policies p ON p.id = a.policy_id
            JOIN users u ON u.id = a.principal_id WHERE u.name = 'ext.paul.keller'
            """)
        #expect(left == ["data-jobs-run"])
    }

    @Test func `a protected object is not deleted, and the refusal gives the reason that was written for it`()
        throws
    {
        let sandbox = try AppliedCompany.sandbox()
        try sandbox.git("rm", "-q", "account/administrators.yaml", "account/access.yaml")
        try sandbox.commit("tidy up")
        let plan = try sandbox.planAsOfDay()
        #expect(plan.code == 5)
        #expect(
            plan.stderr.contains(
                "refused[protected]: `group/administrators` is protected and would be deleted: "
                    + "the last way in when the identity provider is down"), "\(plan.stderr)")
    }

    @Test func `guards in force are not loosened by the commit that breaks them`() throws {
        let sandbox = try AppliedCompany.sandbox()
        try sandbox.replace(
            "removedObjects: {floor: 1, percent: 10, ceiling: 3}",
            by: "removedObjects: {floor: 100, percent: 100}",
            in: "writ.yaml")
        try sandbox.deleteThirteenUsers()
        let plan = try sandbox.planAsOfDay()
        #expect(plan.code == 5)
        #expect(plan.stderr.contains("refused[loosened-guards]"))
        #expect(plan.stderr.contains("13 of 35 users would be deleted, the limit is 3"), "\(plan.stderr)")
    }
}

extension Sandbox {
    /// Saves a plan beside the repository.
    func planAsOfDay() throws -> CommandResult {
        try writ("plan", "--as-of", ExampleTests.day, "--out", "../plan.json")
    }

    /// Plans and applies.
    func applyAsOfDay() throws -> CommandResult {
        let plan = try planAsOfDay()
        return plan.code == 0 ? try writ("apply", "../plan.json") : plan
    }

    /// Takes more than a third of the users out of the manifests.
    func deleteThirteenUsers() throws {
        try git(
            "rm", "-q", "teams/support.yaml", "teams/data.yaml", "teams/finance.yaml", "robots/exporters.yaml"
        )
        try commit("a third of the company goes")
    }
}
