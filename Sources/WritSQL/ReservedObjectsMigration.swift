extension Schema {
    /// Which objects are not the account's own. Frozen, like every migration.
    ///
    /// Writ never writes a row here: whoever copies a cloud's account into the database marks what the vendor keeps to itself. A mark
    /// is by the object's id, so that it stays with another name.
    static let reservedObjects = """
        CREATE TABLE reserved_objects (
            kind TEXT NOT NULL CHECK (kind <> ''),
            object_id TEXT NOT NULL,
            reason TEXT NOT NULL CHECK (reason IN ('root-user', 'administrators-group', 'system-policy',
                'built-in-project', 'service-linked', 'service-agency')),
            PRIMARY KEY (kind, object_id)
        ) STRICT, WITHOUT ROWID;

        """
}
