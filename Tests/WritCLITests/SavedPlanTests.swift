import Foundation
import Testing
import WritModel
import WritPlan

/// A saved plan is applied as it was reviewed, once, or not at all.
@Suite struct SavedPlanTests {
    @Test func `a plan that was applied is not applied again`() throws {
        let sandbox = try planned()
        #expect(try sandbox.writ("apply", "../plan.json").code == 0)
        let before = try LiveDatabase(sandbox.database).liveState()
        let again = try sandbox.writ("apply", "../plan.json")
        #expect(again.code == 0)
        #expect(again.stdout == "already applied: nothing was changed\n")
        #expect(try LiveDatabase(sandbox.database).liveState() == before)
    }

    /// Where in the file, in thousandths, a byte is changed.
    @Test(arguments: [1, 60, 150, 237, 400, 512, 700, 871, 950, 999])
    func `a plan file with one other byte is refused`(_ place: Int) throws {
        let sandbox = try planned()
        let url = URL(fileURLWithPath: sandbox.folder + "/plan.json")
        var bytes = try Data(contentsOf: url)
        bytes[bytes.count * place / 1000] ^= 1
        try bytes.write(to: url)
        let before = try LiveDatabase(sandbox.database).liveState()
        let apply = try sandbox.writ("apply", "../plan.json")
        #expect(apply.code == 1, "\(apply.stderr)")
        #expect(apply.stderr.contains("`../plan.json` cannot be applied"))
        #expect(try LiveDatabase(sandbox.database).liveState() == before)
    }

    @Test func `a plan file that was cut short is refused`() throws {
        let sandbox = try planned()
        let url = URL(fileURLWithPath: sandbox.folder + "/plan.json")
        try Data(contentsOf: url).dropLast(2).write(to: url)
        #expect(try sandbox.writ("apply", "../plan.json").code == 1)
    }

    @Test func `a change that would do something else by now is named once`() throws {
        let sandbox = try AppliedCompany.sandbox()
        try sandbox.replace("Pays the bills", by: "Pays all bills", in: "teams/finance.yaml")
        try sandbox.commit("all of them")
        #expect(try sandbox.planAsOfDay().code == 0)
        try LiveDatabase(sandbox.database).run("UPDATE groups SET description = 'x' WHERE name = 'finance'")
        let apply = try sandbox.writ("apply", "../plan.json")
        #expect(apply.code == 5)
        #expect(apply.stderr.contains("\n  not the same any more: update group/finance\n"), "\(apply.stderr)")
        #expect(!apply.stderr.contains("needed"))
    }

    @Test func `a plan that has expired is refused, and says when it did`() throws {
        let sandbox = try planned()
        let path = sandbox.folder + "/plan.json"
        var plan = try Plan(file: Array(Data(contentsOf: URL(fileURLWithPath: path))))
        plan.binding.createdAt = Instant(epochSeconds: 1_700_000_000)
        plan.binding.expiresAt = Instant(epochSeconds: 1_700_003_600)
        try Data(plan.json.prettyText.utf8).write(to: URL(fileURLWithPath: path))
        let apply = try sandbox.writ("apply", "../plan.json")
        #expect(apply.code == 5)
        #expect(apply.stderr.contains("it expired at 2023-11-14T23:13:20Z"), "\(apply.stderr)")
    }

    @Test(arguments: [
        (
            "user/laura.weber has changed",
            "UPDATE users SET description = 'Treasurer' WHERE name = 'laura.weber'"
        ),
        (
            "needed besides: update user/li.na",
            "UPDATE users SET email = 'mallory@evil.example' WHERE name = 'li.na'"
        ),
        (
            "needed besides: detach system policy FullAccess on user/laura.weber",
            """
            INSERT INTO attachments (principal_kind, principal_id, system_policy)
            SELECT 'user', id, 'FullAccess' FROM users WHERE name = 'laura.weber'
            """
        ),
    ])
    func `a store that was changed underneath is refused, and the object is named`(
        _ reason: String, _ sql: String
    ) throws {
        let sandbox = try planned()
        try LiveDatabase(sandbox.database).run(sql)
        let before = try LiveDatabase(sandbox.database).liveState()
        let apply = try sandbox.writ("apply", "../plan.json")
        #expect(apply.code == 5)
        #expect(apply.stderr.contains("stale: the plan does not fit what is there any more"))
        #expect(apply.stderr.contains(reason), "\(apply.stderr)")
        #expect(try LiveDatabase(sandbox.database).liveState() == before)
    }

    @Test func `a plan is still good when only another commit has landed`() throws {
        let sandbox = try planned()
        try sandbox.write("Nothing that Writ reads.\n", to: "NOTES.md")
        try sandbox.replace("Pays the bills", by: "Settles the bills", in: "teams/finance.yaml")
        try sandbox.commit("something else")
        let apply = try sandbox.writ("apply", "../plan.json")
        #expect(apply.code == 0, "\(apply.stderr)")
        // What the later commit says is not applied with it.
        let rows = try LiveDatabase(sandbox.database).rows(
            """
            SELECT u.description, g.description FROM users u, groups g
            WHERE u.name = 'laura.weber' AND g.name = 'finance'
            """
        )
        #expect(rows == ["Finance director|Pays the bills and watches the budget"])
    }

    @Test func `a plan that was applied in part goes on where it stopped`() throws {
        let sandbox = try AppliedCompany.sandbox()
        try sandbox.addTwoUsers()
        #expect(try sandbox.planAsOfDay().code == 0)
        try sandbox.refuseUser()
        #expect(try sandbox.writ("apply", "../plan.json").code != 0)
        try sandbox.refuseUserNoMore()
        let next = try sandbox.writ("apply", "../plan.json")
        #expect(next.code == 0, "\(next.stderr)")
        #expect(next.stderr.contains("create user/zoe.lang: done"))
        #expect(!next.stderr.contains("create user/yan.li"), "\(next.stderr)")
        #expect(try sandbox.writ("apply", "../plan.json").stdout.contains("already applied"))
    }

    @Test func `a plan of the working tree is shown and cannot be applied`() throws {
        let sandbox = try AppliedCompany.sandbox()
        try sandbox.replace("Head of finance", by: "Finance director", in: "teams/finance.yaml")
        let plan = try sandbox.writ("plan", "--worktree", "--out", "../plan.json")
        #expect(plan.stdout.contains("~ update user/laura.weber"), "\(plan.stdout)")
        let apply = try sandbox.writ("apply", "../plan.json")
        #expect(apply.code == 1)
        #expect(apply.stderr.contains("made from a working tree"), "\(apply.stderr)")
    }

    @Test func `equal inputs give plans that are equal but for their times`() throws {
        let sandbox = try planned()
        let texts = try (0..<2).map { _ in
            try sandbox.writ("plan", "--as-of", ExampleTests.day, "--format", "json").stdout
                .replacing(/"(createdAt|expiresAt|digest)": "[^"]*"/) { "\"\($0.1)\"" }
        }
        #expect(texts[0] == texts[1])
    }

    /// The company with a commit that changes one user, and the plan for it.
    private func planned() throws -> Sandbox {
        let sandbox = try AppliedCompany.sandbox()
        try sandbox.replace("Head of finance", by: "Finance director", in: "teams/finance.yaml")
        try sandbox.replace("may also renew and cancel orders", by: "", in: "teams/finance.yaml")
        try sandbox.replace("Finance director; ", by: "Finance director", in: "teams/finance.yaml")
        try sandbox.commit("a new title")
        let plan = try sandbox.planAsOfDay()
        guard plan.code == 0 else { throw CommandFailure(arguments: ["plan"], result: plan) }
        return sandbox
    }
}
