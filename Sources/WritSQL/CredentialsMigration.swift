extension Schema {
    /// Access keys, and credentials on their way. Frozen, like every migration.
    ///
    /// No value of a credential is in any table: `deliveries` holds what only the recipient can read, until it is
    /// handed over.
    static let credentials = """
        ALTER TABLE users ADD COLUMN access_keys_grace_days INTEGER;
        CREATE TABLE access_keys (
            id TEXT PRIMARY KEY,
            user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
            name TEXT NOT NULL CHECK (name <> ''),
            generation INTEGER NOT NULL DEFAULT 1 CHECK (generation > 0),
            status TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'inactive')),
            created_at INTEGER NOT NULL DEFAULT (unixepoch()),
            last_used_at INTEGER,
            disabled_at INTEGER
        ) STRICT;
        CREATE INDEX access_keys_by_user ON access_keys (user_id);
        CREATE TRIGGER access_keys_are_few BEFORE INSERT ON access_keys
        WHEN (SELECT count(*) FROM access_keys WHERE user_id = NEW.user_id) >= 2
        BEGIN SELECT RAISE(ABORT, 'a user has two access keys at most'); END;
        CREATE TABLE deliveries (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            user TEXT NOT NULL,
            credential TEXT NOT NULL,
            id TEXT NOT NULL,
            armored TEXT NOT NULL,
            made_at INTEGER NOT NULL
        ) STRICT;

        """
}
