import Testing
import WritModel
import WritPlan
import WritStore
import WritTestKit

@testable import WritSQL

/// What people do in SQLite's own shell.
@Suite struct HandEditTests {
    let fixture: Fixture

    init() throws {
        fixture = try Fixture()
    }

    @Test(arguments: [
        ("users", "display_name = 'x'"), ("groups", "description = 'x'"), ("policies", "document = '{}'"),
        ("agencies", "duration = 'forever'"), ("password_policy", "history = 4"),
        ("memberships", "created_at = 1"), ("attachments", "expires_at = 1"),
    ])
    func `an update raises the row's version`(_ table: String, _ assignment: String) async throws {
        try await fixture.makeSmallAccount()
        let editor = try fixture.editor()
        let before = try editor.integer("SELECT version FROM \(table)")
        try editor.run("UPDATE \(table) SET \(assignment)")
        #expect(try editor.integer("SELECT version FROM \(table)") == before.map { $0 + 1 })
        #expect(try editor.integer("SELECT updated_at > 1000 FROM \(table)") == 1)
    }

    @Test(arguments: [
        "UPDATE users SET display_name = 'x'",
        "UPDATE users SET display_name = 'x', version = version",
        "UPDATE users SET display_name = 'x', version = 7; UPDATE users SET version = 1",
        "PRAGMA recursive_triggers = ON; UPDATE users SET display_name = 'x'",
        "INSERT OR REPLACE INTO users (id, name, display_name) SELECT id, name, 'x' FROM users",
        "INSERT INTO user_console_protection SELECT id, 'vmfa' FROM users",
        "INSERT INTO user_operation_protection SELECT id, 'vmfa' FROM users",
        "DROP TRIGGER users_update_touches; UPDATE users SET display_name = 'x'",
    ])
    func `any change of a user changes its version`(_ sql: String) async throws {
        try await fixture.makeSmallAccount()
        let account = try await fixture.openReadOnly()
        let ann = Address(.user, "ann")
        let before = try await account.state().objects[ann]
        try fixture.editor().run(sql)
        let after = try await account.state().objects[ann]
        #expect(after?.id == before?.id)
        #expect(after?.version != before?.version)
        #expect(after?.fields != before?.fields)
    }

    @Test func `taking an item out of a collection and putting another in changes the version`() async throws
    {
        try await fixture.makeSmallAccount()
        let account = try await fixture.openReadOnly()
        let editor = try fixture.editor()
        var versions: Set<Version> = []
        for sql in [
            "INSERT INTO agency_trust SELECT id, 'account', 'a' FROM agencies",
            "UPDATE agency_trust SET name = 'b'", "UPDATE agency_trust SET sort = 'service'",
            "DELETE FROM agency_trust",
        ] {
            try editor.run(sql)
            let object = try #require(await account.state().objects[Address(.agency, "ops")])
            #expect(versions.insert(object.version).inserted, "\(sql)")
        }
    }

    @Test(arguments: [
        ("DELETE FROM users", "memberships still name the row"),
        ("DELETE FROM groups", "memberships still name the row"),
        ("DELETE FROM policies", "the policy is still attached"),
        ("DELETE FROM memberships; DELETE FROM users", "the user still has attached policies"),
        (
            "INSERT INTO attachments (principal_kind, principal_id, system_policy) VALUES ('user', 'x', 'FullAccess')",
            "the attachment's principal does not exist"
        ),
        (
            "UPDATE attachments SET principal_kind = 'agency'", "the attachment's principal does not exist"
        ),
        ("UPDATE system_policies SET document = '{}'", "system policies are read-only"),
        ("DELETE FROM system_policies", "system policies are read-only"),
        ("INSERT INTO system_policies VALUES ('Mine', '{}')", "system policies are read-only"),
        ("UPDATE audit SET actor = 'eve'", "the audit chain is only added to"),
        ("DELETE FROM audit", "the audit chain is only added to"),
    ])
    func `an edit that would break the tables is refused by them`(_ sql: String, _ reason: String)
        async throws
    {
        try await fixture.makeSmallAccount()
        let editor = try fixture.editor()
        #expect(throws: StoreError.refused(place: fixture.path, reason: reason)) { try editor.run(sql) }
    }

    @Test(arguments: [
        ("UPDATE policies SET document = '{'", "policy/p has a `document` that is not strict JSON"),
        ("UPDATE policies SET document = '[]'", "policy/p has a `document` that is no JSON object"),
        (
            "INSERT INTO user_console_protection SELECT id, 'retina' FROM users",
            "`user_console_protection` holds `retina`"
        ),
        (
            "INSERT INTO agency_trust SELECT id, 'planet', 'mars' FROM agencies",
            "`agency_trust` holds `planet`"
        ),
        ("INSERT INTO memberships (user_id, group_id) VALUES ('x', 'y')", "`memberships` names user id `x`"),
        (
            "UPDATE attachments SET policy_id = 'x'", "whose principal, policy or scope is not there"
        ),
        ("INSERT INTO users (name) VALUES ('e\u{301}'), ('\u{e9}')", "two objects go by the name user/é"),
    ])
    func `rows that mean nothing make the observation incomplete, and say why`(
        _ sql: String, _ reason: String
    ) async throws {
        try await fixture.makeSmallAccount()
        try fixture.editor().run(sql)
        let problem = try await fixture.openReadOnly().problem()
        #expect(problem?.contains(reason) == true, "\(problem ?? "complete")")
    }

    @Test func `a conflict names what was found to be different`() async throws {
        let (account, token) = try await fixture.begun()
        let ann = Address(.user, "ann")
        _ = try await account.execute(
            fixture.creation(0, "ann", [.email: .text("a@x.org")]), at: fixture.now, token: token)
        let read = try #require(await account.state().objects[ann])
        try fixture.editor().run("UPDATE users SET email = 'b@x.org', phone = '+86 1'")
        let change = FieldChange(.email, before: .text("a@x.org"), after: .text("c@x.org"))
        let update = fixture.step(1, ann, .update([change]), given: .version(read.version))
        #expect(
            try await account.execute(update, at: fixture.now, token: token)
                == .conflict(
                    "user/ann was changed by somebody else since it was read: it has another `email`"))
        let create = fixture.creation(2, "ann", [.email: .text("b@x.org"), .enabled: .boolean(true)])
        #expect(
            try await account.execute(create, at: fixture.now, token: token)
                == .conflict("user/ann exists already, with another `phone`, `enabled`"))
    }

    @Test func `an edited audit entry breaks the chain where it stands`() async throws {
        try await fixture.makeSmallAccount()
        let account = try await fixture.openReadOnly()
        #expect(firstBreak(in: try await account.audit()) == nil)
        try fixture.editor().run(
            "DROP TRIGGER audit_refuses_update; UPDATE audit SET detail = '{broken' WHERE sequence = 3")
        #expect(firstBreak(in: try await account.audit()) == 3)
    }

    @Test func `an older ledger has of a none list only its mode, and is read`() async throws {
        let (account, token) = try await fixture.begun()
        var step = fixture.creation(0, "owned")
        let provenance = Provenance(commit: "c", file: "f", line: 1)
        let lists: [EdgeList: AppliedList] = [.groups: .none([.member("dev")])]
        let owned = AppliedObject(Address(.user, "owned"), id: "", lists: lists, provenance: provenance)
        step.inventory = [.own(owned)]
        _ = try await account.execute(step, at: fixture.now, token: token)
        #expect(try await account.applied().objects[owned.address]?.lists == lists)
        try fixture.editor().run("UPDATE inventory_objects SET lists = '{\"groups\":\"none\"}'")
        #expect(try await account.applied().objects[owned.address]?.lists == [.groups: .none([])])
    }

    @Test(arguments: [
        ("UPDATE inventory_objects SET fields = '{'", "the inventory's row of user/owned"),
        (
            "UPDATE inventory_objects SET lists = '{\"members\": \"sometimes\"}'",
            "the inventory's row of user/owned"
        ),
        ("UPDATE ledger_meta SET revision_commit = 'c', revision_paths = 'x'", "the last applied revision"),
    ])
    func `an inventory that cannot be read is an error, not a loss of ownership`(
        _ sql: String, _ what: String
    ) async throws {
        let (account, token) = try await fixture.begun()
        var step = fixture.creation(0, "owned")
        let provenance = Provenance(commit: "c", file: "f", line: 1)
        step.inventory = [.own(AppliedObject(Address(.user, "owned"), id: "", provenance: provenance))]
        _ = try await account.execute(step, at: fixture.now, token: token)
        try fixture.editor().run(sql)
        await #expect(
            throws: StoreError.corrupt(place: fixture.path, reason: "\(what) cannot be read")
        ) { try await account.applied() }
    }
}
