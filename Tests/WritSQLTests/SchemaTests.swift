import Testing
import WritDigest
import WritModel
import WritStore
import WritTestKit

@testable import WritSQL

@Suite struct SchemaTests {
    let fixture: Fixture

    init() throws {
        fixture = try Fixture()
    }

    @Test(arguments: Kind.allCases)
    func `every field that the store supports has its column or table`(_ kind: Kind) async throws {
        try await fixture.makeSmallAccount()
        let editor = try fixture.editor()
        let table = KindTable.of(kind)
        for column in table.columns {
            let count = try editor.integer(
                "SELECT count(*) FROM pragma_table_info('\(table.name)') WHERE name = '\(column.name)'")
            #expect(count == 1, "\(table.name).\(column.name)")
        }
        for collection in table.collections {
            for column in [table.owner] + collection.columns {
                let count = try editor.integer(
                    "SELECT count(*) FROM pragma_table_info('\(collection.table)') WHERE name = '\(column)'")
                #expect(count == 1, "\(collection.table).\(column)")
            }
        }
        // Credentials have tables of their own.
        let supported = KindSchema.of(kind).fields.filter {
            Capabilities.sqlite[kind, $0.field] != .unsupported && !$0.field.isCredential
        }
        #expect(table.columns.count + table.collections.count == supported.count)
    }

    @Test func `columns and tables are named like the fields`() {
        let users = KindTable.of(.user)
        #expect(users.columns.map(\.name).contains("console_reset_at_next_login"))
        #expect(users.collections.map(\.table) == ["user_console_protection", "user_operation_protection"])
        #expect(
            KindTable.of(.passwordPolicy).collections.map(\.table) == ["password_policy_required_classes"])
    }

    /// A database that is out there was made by this very script. To change the layout, add a
    /// migration; never edit one.
    @Test func `a migration is never edited`() {
        #expect(
            Schema.migrations.map { Digest(of: $0).hex.prefix(16).description } == [
                "82affd97ffb8afd5", "58b0109154ce0d92", "0de4da1e661dbedd", "f08f7f7b754fc309",
                "d511d2ac654ed73f", "02784e3633cbec7f",
            ])
    }

    @Test func `a database of the first schema gets what was added since, and keeps what it has`()
        async throws
    {
        try await fixture.makeSmallAccount()
        let before = try await fixture.openReadOnly().state()
        let editor = try fixture.editor()
        try editor.run("DROP TABLE identity_provider_mapping_groups")
        try editor.run("DROP TRIGGER groups_named_by_mappings_stay")
        try editor.run(
            "DROP TRIGGER users_drop_passwords; DROP TABLE user_passwords; DROP TABLE user_password_history")
        for kind in [Kind.identityProvider, .securitySettings, .project] {
            let table = KindTable.of(kind)
            for name in table.collections.map(\.table) + [table.name] { try editor.run("DROP TABLE \(name)") }
        }
        for table in ["access_keys", "deliveries", "reserved_objects"] {
            try editor.run("DROP TABLE \(table)")
        }
        try editor.run("ALTER TABLE users DROP COLUMN access_keys_grace_days")
        try editor.run("PRAGMA user_version = 1")
        let account = try await fixture.open()
        #expect(try await account.state() == before)
        #expect(try editor.integer("PRAGMA user_version") == 6)
        #expect(try editor.integer("SELECT count(*) FROM projects") == 0)
        #expect(try editor.integer("SELECT count(*) FROM identity_providers") == 0)
        #expect(try editor.integer("SELECT count(*) FROM user_passwords") == 0)
        #expect(try editor.integer("SELECT count(*) FROM reserved_objects") == 0)
    }

    @Test func `the file says whose it is, and which schema it has`() async throws {
        try await fixture.makeSmallAccount()
        let editor = try fixture.editor()
        #expect(try editor.integer("PRAGMA application_id") == 0x5772_6974)
        #expect(try editor.integer("PRAGMA user_version") == 6)
        #expect(try editor.text("PRAGMA journal_mode") == "wal")
        #expect(try editor.text("SELECT account || ' ' || lineage FROM ledger_meta") == "acme lineage")
    }

    @Test(arguments: [
        ("synchronous", "2"), ("foreign_keys", "1"), ("trusted_schema", "0"), ("journal_mode", "wal"),
    ])
    func `a connection is durable and trusts nobody`(_ pragma: String, _ value: String) async throws {
        let account = try await fixture.open()
        #expect(try await account.pragma(pragma) == value)
    }

    @Test func `a schema cannot be rewritten through a connection of ours`() async throws {
        let account = try await fixture.open()
        await #expect(throws: StoreError.self) {
            try await account.run(
                script: "PRAGMA writable_schema = ON; DELETE FROM sqlite_schema WHERE name = 'users'")
        }
        #expect(try await account.state().objects.isEmpty)
    }

    @Test(arguments: ["a?mode=memory.db", "100%25.db", "a#b.db", "naïve 日本.db"])
    func `any file name can be used`(_ name: String) async throws {
        let path = fixture.folder.file(name)
        let account = try await SQLiteAccount.open(
            path: path, mode: .readWrite(account: "acme", lineage: "l"))
        await account.close()
        #expect(fixture.folder.names == [name])
        #expect(try await SQLiteAccount.open(path: path, mode: .readOnly).state().account == "acme")
    }

    @Test func `an account that exists keeps its lineage and content when it is opened again`() async throws {
        try await fixture.makeSmallAccount()
        let before = try await fixture.openReadOnly().state()
        let again = try await SQLiteAccount.open(
            path: fixture.path, mode: .readWrite(account: "acme", lineage: "another"))
        #expect(try await again.applied().lineage == "lineage")
        #expect(try await again.state() == before)
        #expect(await again.rowsWritten == 0)
    }

    @Test func `jobs run on the account's own queue, not on the cooperative pool`() async throws {
        #expect(try await fixture.open().isOnOwnQueue())
    }
}

extension SQLiteAccount {
    /// Stops the test process where it is not.
    func isOnOwnQueue() -> Bool {
        executor.checkIsolated()
        return true
    }
}
