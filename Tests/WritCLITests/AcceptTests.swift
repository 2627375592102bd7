import Foundation
import Testing

/// `writ accept` against the company whose store somebody has changed by hand.
@Suite struct AcceptTests {
    @Test(arguments: HandEdit.all)
    func `every edit by hand can be accepted, and the store is then as the manifests say`(
        _ edit: HandEdit
    ) throws {
        let sandbox = try AppliedCompany.sandbox()
        try LiveDatabase(sandbox.database).run(edit.sql)
        let live = try LiveDatabase(sandbox.database).liveState()
        #expect(try sandbox.writ("drift").code == 3)

        let look = try sandbox.writ("accept", edit.address, "--dry-run")
        #expect(look.code == 0, "\(look.stderr)")
        #expect(look.stdout.hasPrefix("--- a/"))
        #expect(try sandbox.git("status", "--porcelain") == "")

        let accept = try sandbox.writ("accept", edit.address, "--yes")
        #expect(accept.code == 0, "\(accept.stderr)")
        #expect(accept.stdout == look.stdout)
        #expect(try sandbox.git("status", "--porcelain") != "")
        try sandbox.commit("accepted")

        let plan = try sandbox.writ("plan", "--as-of", ExampleTests.day, "--exit-code")
        #expect(plan.code == 0, "\(plan.stdout)")
        let apply = try sandbox.writ("apply", "--auto-approve")
        #expect(apply.code == 0, "\(apply.stdout)\(apply.stderr)")
        #expect(try sandbox.writ("drift").code == 0)
        #expect(try LiveDatabase(sandbox.database).liveState() == live)
        let again = try sandbox.writ("accept", "--all", "--yes")
        #expect(again.code == 0)
        #expect(again.stderr.contains("nothing to accept"))
    }

    @Test func `an object without a manifest gets one, and one that is gone loses its own`() throws {
        let sandbox = try AppliedCompany.sandbox()
        let store = try LiveDatabase(sandbox.database)
        try store.run(
            """
            INSERT INTO groups (name, description) VALUES ('night-shift', 'By hand');
            INSERT INTO memberships (user_id, group_id) SELECT u.id, g.id FROM users u, groups g
            WHERE u.name = 'li.na' AND g.name = 'night-shift';
            DELETE FROM memberships WHERE group_id = (SELECT id FROM groups WHERE name = 'finance');
            DELETE FROM attachments WHERE principal_kind = 'group'
            AND principal_id = (SELECT id FROM groups WHERE name = 'finance');
            DELETE FROM groups WHERE name = 'finance'
            """)
        let accept = try sandbox.writ("accept", "--all", "--unmanaged", "--yes", "--into", "teams")
        #expect(accept.code == 0, "\(accept.stderr)")
        #expect(accept.stdout.contains("+++ b/teams/groups/night-shift.yaml"), "\(accept.stdout)")
        let text = try String(
            contentsOfFile: sandbox.path + "/teams/groups/night-shift.yaml", encoding: .utf8)
        #expect(text.contains("members: [li.na]"), "\(text)")
        try sandbox.commit("accepted")
        let plan = try sandbox.writ("plan", "--as-of", ExampleTests.day, "--exit-code")
        #expect(plan.code == 0, "\(plan.stdout)")
        #expect(!plan.stdout.contains("group/finance    delete"))
    }

    @Test func `nothing is written unless somebody says so`() throws {
        let sandbox = try AppliedCompany.sandbox()
        try LiveDatabase(sandbox.database).run(HandEdit.all[0].sql)
        let unasked = try sandbox.writ("accept", "--all")
        #expect(unasked.code == 5)
        #expect(unasked.stderr.contains("nobody is there to ask"))
        #expect(unasked.stdout.contains("+  email: mallory@evil.example"), "\(unasked.stdout)")
        #expect(try sandbox.git("status", "--porcelain") == "")
    }

    @Test func `what was never applied stays said`() throws {
        let sandbox = try AppliedCompany.sandbox()
        try LiveDatabase(sandbox.database).run(HandEdit.all[0].sql)
        try sandbox.replace(
            "description: Pays the bills and watches the budget", by: "description: Pays",
            in: "teams/finance.yaml")
        let accept = try sandbox.writ("accept", "--all", "--yes")
        #expect(accept.code == 0, "\(accept.stderr)")
        #expect(accept.stderr.contains("still to be applied: group/finance"))
        #expect(!accept.stdout.contains("finance"))
    }

    @Test func `a mistake is told with what helps`() throws {
        let sandbox = try AppliedCompany.sandbox()
        #expect(try sandbox.writ("accept").code == 64)
        #expect(try sandbox.writ("accept", "--all", "user/li.na").code == 64)
        let unknown = try sandbox.writ("accept", "user/li.no")
        #expect(unknown.code == 1)
        #expect(unknown.stderr.contains("did you mean `user/li.na`?"))
        try FileManager.default.removeItem(atPath: sandbox.path + "/teams/finance.yaml")
        try FileManager.default.createSymbolicLink(
            atPath: sandbox.path + "/teams/finance.yaml", withDestinationPath: "/etc/passwd")
        let link = try sandbox.writ("accept", "--all", "--yes")
        #expect(link.code == 1)
        #expect(link.stderr.contains("symlink") || link.stderr.contains("link"), "\(link.stderr)")
    }
}
