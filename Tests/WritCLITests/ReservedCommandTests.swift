import Foundation
import Testing

/// Objects that are not the account's own, in an account that somebody else fills: every command leaves them alone and says so.
@Suite struct ReservedCommandTests {
    private static let configuration = """
        apiVersion: writ/v1
        kind: Configuration
        targets:
          production:
            account: acme
            paths: [iam]

        """

    private static let manifests = """
        apiVersion: writ/v1
        kind: User
        metadata: {name: ann}
        spec: {}
        ---
        apiVersion: writ/v1
        kind: Group
        metadata: {name: ops}
        spec: {members: [ann]}

        """

    /// An applied account, and beside it what the cloud put there: its owner, in its group of administrators, and an agency.
    private func sandbox() throws -> Sandbox {
        let sandbox = try Sandbox(["writ.yaml": Self.configuration, "iam/all.yaml": Self.manifests])
        #expect(try sandbox.writ("apply", "--auto-approve").code == 0)
        try LiveDatabase(sandbox.database).run(
            """
            INSERT INTO users (name) VALUES ('owner');
            INSERT INTO groups (name) VALUES ('admin'), ('guests');
            INSERT INTO agencies (name) VALUES ('ServiceLinkedAgencyForCOC');
            INSERT INTO memberships (user_id, group_id)
                SELECT u.id, g.id FROM users u, groups g WHERE u.name = 'owner' AND g.name IN ('admin', 'guests');
            INSERT INTO reserved_objects SELECT 'user', id, 'root-user' FROM users WHERE name = 'owner';
            INSERT INTO reserved_objects SELECT 'group', id, 'administrators-group' FROM groups WHERE name = 'admin';
            INSERT INTO reserved_objects SELECT 'agency', id, 'service-linked' FROM agencies;
            """)
        return sandbox
    }

    private static let list =
        "user/owner (the account's root user), group/admin (the built-in group of administrators), "
        + "agency/ServiceLinkedAgencyForCOC (linked to a service, which owns it)"

    @Test func `plans and drift reports list them apart from what is unmanaged`() throws {
        let sandbox = try sandbox()
        let plan = try sandbox.writ("plan", "--exit-code")
        #expect(plan.code == 0, "\(plan.stdout)\(plan.stderr)")
        #expect(plan.stdout.contains("unmanaged, left alone: group/guests\n"), "\(plan.stdout)")
        #expect(plan.stdout.contains("reserved, not ours to change: \(Self.list)\n"), "\(plan.stdout)")
        let markdown = try sandbox.writ("plan", "--format", "markdown").stdout
        #expect(markdown.contains("user/owner: the account's root user"), "\(markdown)")
        let drift = try sandbox.writ("drift")
        #expect(drift.code == 0)
        #expect(drift.stdout.contains("reserved, not ours to change: \(Self.list)\n"), "\(drift.stdout)")
        #expect(
            try sandbox.writ("drift", "--format", "markdown").stdout
                .contains("group/admin: the built-in group of administrators"))
        // Asked for what is unmanaged, only what somebody should look at counts.
        #expect(try sandbox.writ("drift", "--unmanaged").code == 3)
        try LiveDatabase(sandbox.database).run(
            """
            DELETE FROM memberships WHERE group_id = (SELECT id FROM groups WHERE name = 'guests');
            DELETE FROM groups WHERE name = 'guests';
            """)
        #expect(try sandbox.writ("drift", "--unmanaged").code == 0)
    }

    @Test func `an import leaves them out and names them in lists`() throws {
        let sandbox = try sandbox()
        let result = try sandbox.writ("import")
        #expect(result.code == 0, "\(result.stderr)")
        #expect(result.stdout.contains("left out, not the account's own: \(Self.list)\n"), "\(result.stdout)")
        #expect(result.stdout.contains("imported: 1 object;"), "\(result.stdout)")
        let guests = try String(contentsOfFile: sandbox.path + "/iam/groups/guests.yaml", encoding: .utf8)
        #expect(guests.contains("{external: owner}"), "\(guests)")
        try sandbox.commit("import")
        let plan = try sandbox.writ("plan", "--exit-code")
        #expect(plan.code == 0, "\(plan.stdout)\(plan.stderr)")
        let none = try sandbox.writ("import", "--kind", "agency")
        #expect(none.code == 0 && none.stdout.contains("left out, not the account's own"), "\(none.stdout)")
    }

    @Test func `accepting takes the others and refuses them by name`() throws {
        let sandbox = try sandbox()
        let refused = try sandbox.writ("accept", "user/owner", "--yes")
        #expect(refused.code == 1, "\(refused.stdout)\(refused.stderr)")
        #expect(refused.stderr.contains("`user/owner` cannot be declared: it is the account's root user"))
        let all = try sandbox.writ("accept", "--all", "--unmanaged", "--yes")
        #expect(all.code == 0, "\(all.stdout)\(all.stderr)")
        #expect(all.stdout.contains("guests") && !all.stdout.contains("name: owner"), "\(all.stdout)")
    }

    @Test func `a manifest of one, and a row that changes one, are errors at their place`() throws {
        let sandbox = try sandbox()
        try sandbox.write(
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: owner}
            spec: {}
            ---
            apiVersion: writ/v1
            kind: Group
            metadata: {name: guests}
            spec: {members: []}

            """, to: "iam/more.yaml")
        try sandbox.commit("too much")
        let plan = try sandbox.writ("plan")
        #expect(plan.code == 1)
        #expect(
            plan.stderr.contains("error[reserved.object]: `user/owner` cannot be managed"), "\(plan.stderr)")
        #expect(plan.stderr.contains("iam/more.yaml:3:18"), "\(plan.stderr)")
        try sandbox.write(
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: guests}
            spec: {members: []}

            """, to: "iam/more.yaml")
        try sandbox.commit("still too much")
        let leave = try sandbox.writ("plan")
        #expect(leave.code == 1)
        #expect(
            leave.stderr.contains("error[reserved.change]: a plan cannot leave user/owner in group/guests"))
        #expect(leave.stderr.contains("iam/more.yaml:4:"), "\(leave.stderr)")
        #expect(leave.stderr.contains("name the user in the list as `{external: owner}`"))
        #expect(
            try LiveDatabase(sandbox.database).rows("SELECT count(*) FROM memberships") == ["3"])
    }

    @Test func `what JSON says of them is as the schemas have it`() throws {
        let sandbox = try sandbox()
        var outputs = Outputs()
        for (schema, arguments) in [
            ("plan", ["plan"]), ("drift", ["drift"]), ("import", ["import", "--dry-run"]),
        ] {
            let result = try sandbox.writ(arguments + ["--format", "json"])
            #expect(result.stdout.contains("\"reserved\": ["), "\(result.stdout)")
            try outputs.add(schema, schema, result)
        }
        #expect(try sandbox.writ("observe", "--out", "../snapshot.json").code == 0)
        let snapshot = try String(contentsOfFile: sandbox.folder + "/snapshot.json", encoding: .utf8)
        #expect(snapshot.contains("\"reserved\": \"root-user\""))
        try outputs.add("snapshot", "snapshot", text: snapshot)
        try outputs.expectAccepted()
    }
}
