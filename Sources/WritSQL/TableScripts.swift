/// What migrations make their tables of. As frozen as they are: a change here would change what has been released.
extension Schema {
    /// The columns that every row has beside its own.
    static let rowColumns = """
        version INTEGER NOT NULL DEFAULT 1,
            created_at INTEGER NOT NULL DEFAULT (unixepoch()),
            updated_at INTEGER NOT NULL DEFAULT (unixepoch())
        """

    /// A table of objects.
    static func objectTable(_ name: String, columns: String, nameCheck: String = "") -> String {
        """
        CREATE TABLE "\(name)" (
            id TEXT PRIMARY KEY DEFAULT (lower(hex(randomblob(7)))),
            name TEXT NOT NULL UNIQUE CHECK (name <> '') \(nameCheck),
            \(columns),
            \(rowColumns)
        ) STRICT;

        """ + touch(name, key: "id = NEW.id")
    }

    /// A table of a collection's items; adding or removing one raises the version of its object.
    static func itemTable(
        _ name: String, of table: String, by owner: String, columns: [String]
    ) -> String {
        let list = columns.joined(separator: ", ")
        let declarations = columns.map { "\($0) TEXT NOT NULL" }.joined(separator: ", ")
        let triggers = [("INSERT", ["NEW"]), ("DELETE", ["OLD"]), ("UPDATE", ["OLD", "NEW"])].map {
            event, rows in
            """
            CREATE TRIGGER \(name)_\(event.lowercased())_touches AFTER \(event) ON \(name) BEGIN
                UPDATE "\(table)" SET version = version + 1, updated_at = unixepoch()
                WHERE id IN (\(rows.map { "\($0).\(owner)" }.joined(separator: ", ")));
            END;

            """
        }
        return """
            CREATE TABLE \(name) (
                \(owner) TEXT NOT NULL REFERENCES "\(table)" (id) ON DELETE CASCADE,
                \(declarations),
                PRIMARY KEY (\(owner), \(list))
            ) STRICT, WITHOUT ROWID;

            """ + triggers.joined()
    }

    /// Raises the version at an update that does not do so itself. Recursive triggers are off in
    /// SQLite unless asked for, and even then the inner update does not match.
    static func touch(_ table: String, key: String) -> String {
        """
        CREATE TRIGGER \(table)_update_touches AFTER UPDATE ON "\(table)"
        WHEN NEW.version = OLD.version
        BEGIN
            UPDATE "\(table)" SET version = OLD.version + 1, updated_at = unixepoch() WHERE \(key);
        END;

        """
    }
}
