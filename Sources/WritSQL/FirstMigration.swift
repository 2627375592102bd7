extension Schema {
    /// Schema number 1. Frozen: a later change is a migration of its own.
    ///
    /// The tables can be read and edited by other programs. What keeps them sound therefore stands in
    /// the tables themselves: types, checks, and triggers (foreign keys are off in SQLite's own shell).
    /// Whoever changes a row, its `version` rises.
    static let firstMigration =
        identityTables + edgeTables + ledgerTables + journalTables

    private static let identityTables =
        objectTable(
            "users",
            columns: """
                display_name TEXT, description TEXT, email TEXT, phone TEXT,
                enabled INTEGER CHECK (enabled IN (0, 1)),
                console_enabled INTEGER CHECK (console_enabled IN (0, 1)),
                console_reset_at_next_login INTEGER CHECK (console_reset_at_next_login IN (0, 1)),
                programmatic INTEGER CHECK (programmatic IN (0, 1)),
                access_keys_max INTEGER, access_keys_max_age_days INTEGER
                """)
        + itemTable("user_console_protection", of: "users", by: "user_id", columns: ["word"])
        + itemTable("user_operation_protection", of: "users", by: "user_id", columns: ["word"])
        + objectTable("groups", columns: "display_name TEXT, description TEXT")
        + objectTable(
            "policies", columns: "description TEXT, document TEXT")
        + objectTable(
            "agencies",
            columns: """
                description TEXT, trust_policy TEXT, duration TEXT,
                max_session_seconds INTEGER
                """)
        + itemTable("agency_trust", of: "agencies", by: "agency_id", columns: ["sort", "name"])
        + objectTable(
            "password_policy",
            columns: """
                minimum_length INTEGER, minimum_character_classes INTEGER, maximum_repeats INTEGER,
                forbid_user_name INTEGER CHECK (forbid_user_name IN (0, 1)), validity_days INTEGER,
                minimum_age_minutes INTEGER, history INTEGER
                """, nameCheck: "CHECK (name = 'default')")
        + itemTable(
            "password_policy_required_classes", of: "password_policy", by: "password_policy_id",
            columns: ["word"])

    private static let edgeTables =
        """
        CREATE TABLE system_policies (
            name TEXT PRIMARY KEY,
            document TEXT NOT NULL
        ) STRICT;
        CREATE TABLE memberships (
            user_id TEXT NOT NULL REFERENCES users (id),
            group_id TEXT NOT NULL REFERENCES groups (id),
            \(rowColumns),
            PRIMARY KEY (user_id, group_id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX memberships_by_group ON memberships (group_id);
        CREATE TABLE attachments (
            id TEXT PRIMARY KEY DEFAULT (lower(hex(randomblob(7)))),
            principal_kind TEXT NOT NULL CHECK (principal_kind IN ('user', 'group', 'agency')),
            principal_id TEXT NOT NULL,
            policy_id TEXT REFERENCES policies (id),
            system_policy TEXT REFERENCES system_policies (name),
            scope TEXT NOT NULL DEFAULT 'account' CHECK (scope IN
                ('account', 'allProjects', 'project', 'enterpriseProject', 'resourceGroup')),
            scope_name TEXT NOT NULL DEFAULT ''
                CHECK ((scope_name = '') = (scope IN ('account', 'allProjects'))),
            expires_at INTEGER,
            \(rowColumns),
            CHECK ((policy_id IS NULL) <> (system_policy IS NULL))
        ) STRICT;
        CREATE UNIQUE INDEX attachments_once ON attachments
            (principal_kind, principal_id, ifnull(policy_id, ''), ifnull(system_policy, ''), scope,
             scope_name);
        CREATE INDEX attachments_by_policy ON attachments (policy_id);
        CREATE INDEX attachments_by_principal ON attachments (principal_id);

        """
        + touch("memberships", key: "user_id = NEW.user_id AND group_id = NEW.group_id")
        + touch("attachments", key: "id = NEW.id")
        + ["INSERT", "UPDATE"].map(refuseDanglingAttachment).joined()
        + [("users", "user"), ("groups", "group"), ("agencies", "agency")].map(keepPrincipal).joined()
            + """
            CREATE TRIGGER policies_keep_edges BEFORE DELETE ON policies
            WHEN EXISTS (SELECT 1 FROM attachments WHERE policy_id = OLD.id)
            BEGIN SELECT RAISE(ABORT, 'the policy is still attached'); END;

            """
        + [("users", "user_id"), ("groups", "group_id")].map(keepMember).joined()

    /// To be run when the rows are in.
    static let systemPoliciesAreReadOnly = ["INSERT", "UPDATE", "DELETE"].map { event in
        """
        CREATE TRIGGER system_policies_refuse_\(event.lowercased()) BEFORE \(event) ON system_policies
        BEGIN SELECT RAISE(ABORT, 'system policies are read-only'); END;

        """
    }.joined()

    private static func refuseDanglingAttachment(_ event: String) -> String {
        """
        CREATE TRIGGER attachments_\(event.lowercased())_principal BEFORE \(event) ON attachments
        WHEN NOT CASE NEW.principal_kind
            WHEN 'user' THEN EXISTS (SELECT 1 FROM users WHERE id = NEW.principal_id)
            WHEN 'group' THEN EXISTS (SELECT 1 FROM groups WHERE id = NEW.principal_id)
            ELSE EXISTS (SELECT 1 FROM agencies WHERE id = NEW.principal_id) END
        BEGIN SELECT RAISE(ABORT, 'the attachment''s principal does not exist'); END;

        """
    }

    private static func keepPrincipal(_ table: String, _ kind: String) -> String {
        """
        CREATE TRIGGER \(table)_keep_attachments BEFORE DELETE ON "\(table)"
        WHEN EXISTS (SELECT 1 FROM attachments
            WHERE principal_kind = '\(kind)' AND principal_id = OLD.id)
        BEGIN SELECT RAISE(ABORT, 'the \(kind) still has attached policies'); END;

        """
    }

    private static func keepMember(_ table: String, _ column: String) -> String {
        """
        CREATE TRIGGER \(table)_keep_memberships BEFORE DELETE ON "\(table)"
        WHEN EXISTS (SELECT 1 FROM memberships WHERE \(column) = OLD.id)
        BEGIN SELECT RAISE(ABORT, 'memberships still name the row'); END;

        """
    }
}
