extension Schema {
    /// Part of schema number 1: what Writ remembers of the account. Frozen.
    static let ledgerTables = """
        CREATE TABLE ledger_meta (
            singleton INTEGER PRIMARY KEY DEFAULT 1 CHECK (singleton = 1),
            account TEXT NOT NULL,
            lineage TEXT NOT NULL,
            serial INTEGER NOT NULL DEFAULT 0,
            last_token INTEGER NOT NULL DEFAULT 0,
            revision_commit TEXT,
            revision_at INTEGER,
            revision_manifest_count INTEGER,
            revision_paths TEXT,
            revision_guards TEXT
        ) STRICT;
        CREATE TABLE inventory_objects (
            kind TEXT NOT NULL,
            name TEXT NOT NULL,
            id TEXT NOT NULL,
            fields TEXT NOT NULL,
            lists TEXT NOT NULL,
            protect TEXT,
            commit_id TEXT NOT NULL,
            file TEXT NOT NULL,
            line INTEGER NOT NULL,
            PRIMARY KEY (kind, name)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE inventory_memberships (
            user_name TEXT NOT NULL,
            group_name TEXT NOT NULL,
            commit_id TEXT NOT NULL,
            file TEXT NOT NULL,
            line INTEGER NOT NULL,
            PRIMARY KEY (user_name, group_name)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE inventory_attachments (
            principal_kind TEXT NOT NULL,
            principal_name TEXT NOT NULL,
            is_system INTEGER NOT NULL,
            policy_name TEXT NOT NULL,
            scope TEXT NOT NULL,
            scope_name TEXT NOT NULL,
            expires_at INTEGER,
            commit_id TEXT NOT NULL,
            file TEXT NOT NULL,
            line INTEGER NOT NULL,
            PRIMARY KEY (principal_kind, principal_name, is_system, policy_name, scope, scope_name)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE lease (
            singleton INTEGER PRIMARY KEY DEFAULT 1 CHECK (singleton = 1),
            token INTEGER NOT NULL,
            nonce TEXT NOT NULL,
            actor TEXT NOT NULL,
            boot TEXT NOT NULL,
            process_id INTEGER NOT NULL,
            process_start TEXT NOT NULL,
            acquired_at INTEGER NOT NULL,
            expires_at INTEGER NOT NULL
        ) STRICT;

        """

    /// Part of schema number 1: runs, their steps, and the audit chain. Frozen.
    static let journalTables = """
        CREATE TABLE runs (
            id TEXT PRIMARY KEY,
            actor TEXT NOT NULL,
            started_at INTEGER NOT NULL,
            finished_at INTEGER,
            commit_id TEXT,
            plan_digest TEXT,
            effect_digest TEXT,
            approvals TEXT NOT NULL
        ) STRICT;
        CREATE INDEX runs_by_plan ON runs (plan_digest);
        CREATE TABLE journal (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            run TEXT NOT NULL REFERENCES runs (id),
            step INTEGER NOT NULL,
            summary TEXT NOT NULL,
            change TEXT NOT NULL,
            outcome TEXT,
            version TEXT,
            settled_at INTEGER,
            UNIQUE (run, step)
        ) STRICT;
        CREATE INDEX journal_open ON journal (sequence) WHERE outcome IS NULL;
        CREATE TABLE audit (
            sequence INTEGER PRIMARY KEY,
            at INTEGER NOT NULL,
            actor TEXT NOT NULL,
            run TEXT NOT NULL,
            event TEXT NOT NULL,
            detail TEXT NOT NULL,
            hash TEXT NOT NULL
        ) STRICT;
        CREATE TRIGGER audit_refuses_update BEFORE UPDATE ON audit
        BEGIN SELECT RAISE(ABORT, 'the audit chain is only added to'); END;
        CREATE TRIGGER audit_refuses_delete BEFORE DELETE ON audit
        BEGIN SELECT RAISE(ABORT, 'the audit chain is only added to'); END;

        """
}
