import Foundation
import Testing

/// The exit codes that scripts rely on, each with what leads to it.
@Suite struct ExitCodeTests {
    @Test func `0 when there is nothing to report`() throws {
        let sandbox = try AppliedCompany.sandbox()
        for arguments in [["validate"], ["plan"], ["drift"], ["history"], ["history", "--verify"]] {
            #expect(try sandbox.writ(arguments).code == 0, "\(arguments)")
        }
    }

    @Test(arguments: [["validate"], ["plan"], ["apply", "--auto-approve"]])
    func `1 for a bad manifest, and nothing is applied`(_ arguments: [String]) throws {
        let sandbox = try Sandbox(Example.first)
        try sandbox.replace("members: [alice, bob]", by: "members: [alice, bobby]", in: "iam/groups.yaml")
        try sandbox.commit("a typing error")
        let result = try sandbox.writ(arguments)
        #expect(result.code == 1)
        #expect(result.stderr.contains("iam/groups.yaml:7:"), "\(result.stderr)")
        #expect(!FileManager.default.fileExists(atPath: sandbox.database))
    }

    @Test(arguments: [["plan"], ["drift"], ["history"], ["apply", "--auto-approve"]])
    func `1 for a file that is no database`(_ arguments: [String]) throws {
        let sandbox = try AppliedCompany.sandbox()
        let garbage = Data("This is no database, whatever its name says. ".utf8) + Data(count: 8192)
        try garbage.write(to: URL(fileURLWithPath: sandbox.database))
        let result = try sandbox.writ(arguments)
        #expect(result.code == 1)
        #expect(result.stderr.contains(".writ/production.db` is damaged"), "\(result.stderr)")
        #expect(try Data(contentsOf: URL(fileURLWithPath: sandbox.database)) == garbage)
    }

    @Test(arguments: [["plan"], ["drift"], ["apply", "--auto-approve"]])
    func `1 for a database with overwritten pages`(_ arguments: [String]) throws {
        let sandbox = try AppliedCompany.sandbox()
        var bytes = try Data(contentsOf: URL(fileURLWithPath: sandbox.database))
        // All pages but the first, which holds the header.
        bytes.replaceSubrange(4096..., with: Data(repeating: 0xA5, count: bytes.count - 4096))
        try bytes.write(to: URL(fileURLWithPath: sandbox.database))
        let result = try sandbox.writ(arguments)
        #expect(result.code == 1)
        #expect(result.stderr.contains("is damaged"), "\(result.stderr)")
    }

    @Test(arguments: [["plan"], ["drift"], ["history"], ["apply", "--auto-approve"]])
    func `1 for a database of a newer Writ, which stays as it is`(_ arguments: [String]) throws {
        let sandbox = try AppliedCompany.sandbox()
        try LiveDatabase(sandbox.database).run("PRAGMA user_version = 99")
        let before = try FolderPrint(sandbox.path)
        let result = try sandbox.writ(arguments)
        #expect(result.code == 1)
        #expect(result.stderr.contains("has schema 99, made by a newer Writ"), "\(result.stderr)")
        #expect(try FolderPrint(sandbox.path).differences(from: before) == [])
    }

    @Test(arguments: [["plan"], ["drift"], ["apply", "--auto-approve"]])
    func `1 for a store of another account`(_ arguments: [String]) throws {
        let sandbox = try AppliedCompany.sandbox()
        try sandbox.replace("account: meridian-pay", by: "account: meridian-test", in: "writ.yaml")
        try sandbox.commit("another account")
        let result = try sandbox.writ(arguments)
        #expect(result.code == 1)
        #expect(
            result.stderr.contains(
                "the store answers for account `meridian-pay`, the target names `meridian-test`"))
    }

    @Test func `1 for a history that somebody has edited`() throws {
        let sandbox = try AppliedCompany.sandbox()
        try LiveDatabase(sandbox.database).run(
            "DROP TRIGGER audit_refuses_update; UPDATE audit SET actor = 'nobody' WHERE sequence = 17")
        let result = try sandbox.writ("history", "--verify")
        #expect(result.code == 1)
        #expect(result.stderr.contains("the audit chain breaks at entry 17"), "\(result.stderr)")
    }

    @Test func `2 for pending changes, only when asked for`() throws {
        let sandbox = try Sandbox(Example.first)
        #expect(try sandbox.writ("plan").code == 0)
        #expect(try sandbox.writ("plan", "--exit-code").code == 2)
    }

    @Test func `3 for drift`() throws {
        let sandbox = try AppliedCompany.sandbox()
        try LiveDatabase(sandbox.database).run("UPDATE users SET enabled = 1 WHERE name = 'tomas.silva'")
        #expect(try sandbox.writ("drift").code == 3)
    }

    @Test func `5 when a guard refuses, for plan and for apply`() throws {
        let sandbox = try AppliedCompany.sandbox()
        try sandbox.deleteThirteenUsers()
        #expect(try sandbox.writ("plan").code == 5)
        let apply = try sandbox.writ("apply", "--auto-approve")
        #expect(apply.code == 5)
        #expect(apply.stderr.contains("refused[removed-objects]"))
    }

    @Test func `5 when an older commit is applied again`() throws {
        let sandbox = try AppliedCompany.sandbox()
        try sandbox.replace("Head of finance", by: "Finance director", in: "teams/finance.yaml")
        try sandbox.commit("a new title")
        #expect(try sandbox.applyAsOfDay().code == 0)
        let apply = try sandbox.writ("apply", "--auto-approve", "--rev", "main~1")
        #expect(apply.code == 5)
        #expect(apply.stderr.contains("refused[rewind]"), "\(apply.stderr)")
    }

    @Test func `5 when a live object that differs is not ours to change`() throws {
        let sandbox = try AppliedCompany.sandbox()
        try LiveDatabase(sandbox.database).run(
            "INSERT INTO groups (name, description) VALUES ('legal', 'theirs')")
        try sandbox.write(
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: legal}
            spec: {description: ours}

            """, to: "teams/legal.yaml")
        try sandbox.commit("legal")
        let refused = try sandbox.writ("apply", "--auto-approve")
        #expect(refused.code == 5)
        #expect(refused.stderr.contains("--adopt group/legal"), "\(refused.stderr)")
        #expect(try sandbox.writ("apply", "--auto-approve", "--adopt", "group/legal").code == 0)
        let description = try LiveDatabase(sandbox.database).rows(
            "SELECT description FROM groups WHERE name = 'legal'")
        #expect(description == ["ours"])
    }

    @Test func `5 while somebody else holds the lease, until it is broken by its nonce`() throws {
        let sandbox = try AppliedCompany.sandbox()
        try sandbox.replace("Head of finance", by: "Finance director", in: "teams/finance.yaml")
        try sandbox.commit("a new title")
        try LiveDatabase(sandbox.database).run(
            """
            INSERT INTO lease VALUES (1, 1000, 'feed5eed', 'bob@elsewhere', 'another boot', 4711, '1',
                unixepoch(), unixepoch() + 3600)
            """)
        let held = try sandbox.writ("apply", "--auto-approve")
        #expect(held.code == 5)
        #expect(
            held.stderr.contains("bob@elsewhere (process 4711) has been applying since"), "\(held.stderr)")
        #expect(held.stderr.contains("writ unlock feed5eed"))

        let wrong = try sandbox.writ("unlock", "0badc0de")
        #expect(wrong.code == 1)
        #expect(try sandbox.writ("apply", "--auto-approve").code == 5)

        #expect(try sandbox.writ("unlock", "feed5eed").code == 0)
        #expect(try sandbox.writ("apply", "--auto-approve").code == 0)
    }

    @Test func `6 when somebody changes a row during the apply, and what is done stays done`() throws {
        let sandbox = try AppliedCompany.sandbox()
        try sandbox.replace("Head of finance", by: "Finance director", in: "teams/finance.yaml")
        try sandbox.addTwoUsers()
        // Runs right after the first of the apply's changes, as another program would between two of them.
        try LiveDatabase(sandbox.database).run(
            """
            CREATE TRIGGER meddle AFTER INSERT ON users WHEN NEW.name = 'yan.li' BEGIN
                UPDATE users SET description = 'Treasurer' WHERE name = 'laura.weber';
            END
            """)
        let apply = try sandbox.writ("apply", "--auto-approve")
        #expect(apply.code == 6, "\(apply.stderr)")
        #expect(apply.stdout.contains("update user/laura.weber: conflict"), "\(apply.stdout)")
        #expect(apply.stdout.contains("applied in part"))
        #expect(apply.stderr.contains("create user/yan.li: done"))
        let description = "SELECT description FROM users WHERE name = 'laura.weber'"
        #expect(try LiveDatabase(sandbox.database).rows(description) == ["Treasurer"])

        let next = try sandbox.writ("apply", "--auto-approve")
        #expect(next.code == 0, "\(next.stderr)")
        #expect(try sandbox.writ("plan", "--exit-code").code == 0)
        #expect(try sandbox.writ("history", "--verify").code == 0)
    }

    @Test func `6 when the store refuses one change, and the next apply does the rest`() throws {
        let sandbox = try AppliedCompany.sandbox()
        try sandbox.addTwoUsers()
        try sandbox.refuseUser()
        let apply = try sandbox.writ("apply", "--auto-approve")
        #expect(apply.code == 6, "\(apply.stderr)")
        #expect(apply.stdout.contains("create user/zoe.lang: failed: "), "\(apply.stdout)")
        #expect(apply.stdout.contains("not today"))
        // What depends on the failed change is not tried.
        #expect(apply.stdout.contains("join user/zoe.lang in group/all-staff: skipped"), "\(apply.stdout)")
        #expect(apply.stderr.contains("create user/yan.li: done"))

        try sandbox.refuseUserNoMore()
        let next = try sandbox.writ("apply", "--auto-approve")
        #expect(next.code == 0, "\(next.stderr)")
        #expect(try sandbox.writ("plan", "--exit-code").code == 0)
        #expect(try sandbox.writ("history", "--verify").code == 0)
    }

    @Test(arguments: [
        ["plan", "--frobnicate"], ["plan", "--rev", "main", "--worktree"], ["plan", "--target", "nowhere"],
        ["plan", "--as-of", "tomorrow"], ["plan", "--valid-for", "0"], ["plan", "--store", "production.db"],
        ["plan", "--adopt", "payments"], ["apply", "--worktree"],
        ["apply", "--approve", "removed-objects=sha256:0"],
        ["apply", "plan.json", "--rev", "main"], ["release"], ["frobnicate"],
    ])
    func `64 for wrong usage`(_ arguments: [String]) throws {
        let sandbox = try Sandbox(Example.first)
        let result = try sandbox.writ(arguments)
        #expect(result.code == 64, "\(result.stderr)")
        #expect(result.stdout == "")
        #expect(result.stderr != "")
    }
}

extension Sandbox {
    /// Commits two new members of staff.
    func addTwoUsers() throws {
        let users = ["yan.li", "zoe.lang"].map { name in
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: \(name)}
            spec:
              enabled: true
              groups: {atLeast: [all-staff]}

            """
        }
        try write(users.joined(separator: "---\n"), to: "teams/new.yaml")
        try commit("two new people")
    }

    /// Lets the store refuse one of them.
    func refuseUser() throws {
        try LiveDatabase(database).run(
            """
            CREATE TRIGGER refuse BEFORE INSERT ON users WHEN NEW.name = 'zoe.lang'
            BEGIN SELECT RAISE(ABORT, 'not today'); END
            """)
    }

    /// Lets the store take both.
    func refuseUserNoMore() throws {
        try LiveDatabase(database).run("DROP TRIGGER refuse")
    }
}
