extension Schema {
    /// From schema number 2 to 3: users' passwords, as hashes. Frozen, like every migration.
    ///
    /// In tables of their own, without a trigger that raises the user's version: a password is no field that plans
    /// compare. They go with their user, also where foreign keys are off.
    static let userPasswords = """
        CREATE TABLE user_passwords (
            user_id TEXT PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
            generation INTEGER NOT NULL CHECK (generation >= 0),
            hash TEXT NOT NULL,
            set_at INTEGER NOT NULL,
            must_change INTEGER NOT NULL CHECK (must_change IN (0, 1))
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE user_password_history (
            id INTEGER PRIMARY KEY,
            user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
            hash TEXT NOT NULL,
            set_at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX user_password_history_by_user ON user_password_history (user_id);
        CREATE TRIGGER users_drop_passwords AFTER DELETE ON users BEGIN
            DELETE FROM user_passwords WHERE user_id = OLD.id;
            DELETE FROM user_password_history WHERE user_id = OLD.id;
        END;

        """
}
