extension Schema {
    /// What waits for a person: contacts to be confirmed, invitations to be accepted, second factors to be bound.
    /// Frozen, like every migration.
    ///
    /// Whoever sends the messages and hears of the answers sets `confirmed_at`, and the user's column gets the value.
    /// With `contact_seconds` at 0, as it is at first, contacts need no confirmation. With `records_mfa_devices` at 0, as
    /// it is at first, nobody writes `mfa_devices`, and that a user has none there says nothing.
    static let confirmations = """
        ALTER TABLE users ADD COLUMN mfa_required INTEGER;
        ALTER TABLE users ADD COLUMN invitation_email TEXT;
        ALTER TABLE users ADD COLUMN invitation_phone TEXT;
        ALTER TABLE users ADD COLUMN invitation_account TEXT;
        CREATE TABLE confirmation_rules (
            singleton INTEGER PRIMARY KEY DEFAULT 1 CHECK (singleton = 1),
            contact_seconds INTEGER NOT NULL DEFAULT 0 CHECK (contact_seconds >= 0),
            invitation_seconds INTEGER NOT NULL DEFAULT 604800 CHECK (invitation_seconds > 0),
            records_mfa_devices INTEGER NOT NULL DEFAULT 0 CHECK (records_mfa_devices IN (0, 1))
        ) STRICT;
        INSERT INTO confirmation_rules DEFAULT VALUES;
        CREATE TABLE confirmations (
            user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
            field TEXT NOT NULL CHECK (field IN
                ('email', 'phone', 'invitation.email', 'invitation.phone', 'invitation.account')),
            value TEXT NOT NULL CHECK (value <> ''),
            requested_at INTEGER NOT NULL DEFAULT (unixepoch()),
            expires_at INTEGER NOT NULL CHECK (expires_at > requested_at),
            confirmed_at INTEGER,
            withdrawn_at INTEGER,
            PRIMARY KEY (user_id, field)
        ) STRICT, WITHOUT ROWID;
        CREATE UNIQUE INDEX confirmations_one_invitation ON confirmations (user_id)
            WHERE field LIKE 'invitation.%';
        CREATE TRIGGER confirmations_in_time BEFORE UPDATE OF confirmed_at ON confirmations
        WHEN NEW.confirmed_at IS NOT NULL AND (NEW.confirmed_at >= NEW.expires_at OR NEW.withdrawn_at IS NOT NULL)
        BEGIN SELECT RAISE(ABORT, 'it can be confirmed no more'); END;
        CREATE TRIGGER confirmations_done AFTER UPDATE OF confirmed_at ON confirmations
        WHEN NEW.confirmed_at IS NOT NULL
        BEGIN
            UPDATE users SET version = version + 1, updated_at = NEW.confirmed_at,
                email = CASE NEW.field WHEN 'email' THEN NEW.value ELSE email END,
                phone = CASE NEW.field WHEN 'phone' THEN NEW.value ELSE phone END,
                invitation_email = CASE NEW.field WHEN 'invitation.email' THEN NEW.value ELSE invitation_email END,
                invitation_phone = CASE NEW.field WHEN 'invitation.phone' THEN NEW.value ELSE invitation_phone END,
                invitation_account =
                    CASE NEW.field WHEN 'invitation.account' THEN NEW.value ELSE invitation_account END
            WHERE id = NEW.user_id;
            DELETE FROM confirmations WHERE user_id = NEW.user_id AND field = NEW.field;
        END;
        CREATE TABLE mfa_devices (
            user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
            id TEXT NOT NULL CHECK (id <> ''),
            sort TEXT NOT NULL DEFAULT 'virtual' CHECK (sort IN ('virtual', 'securityKey')),
            bound_at INTEGER,
            PRIMARY KEY (user_id, id)
        ) STRICT, WITHOUT ROWID;

        """
}
