internal import WritModel
internal import WritStore

/// The marks of objects that are not the account's own. Call it in a transaction.
struct ReservedRows {
    let database: Database

    /// Why objects of a kind are reserved, by their id.
    func reservations(_ kind: Kind) throws(StoreError) -> [String: Reservation] {
        var found: [String: Reservation] = [:]
        try database.each(
            "SELECT object_id, reason FROM reserved_objects WHERE kind = ?", [.text(kind.rawValue)]
        ) { row in
            // The table takes no other word. Of one that it took all the same we know that somebody meant it.
            found[row.requiredText(0)] = Reservation(rawValue: row.requiredText(1)) ?? .serviceLinked
        }
        return found
    }

    /// Whether any object is reserved.
    func hasAny() throws(StoreError) -> Bool {
        try database.first("SELECT 1 FROM reserved_objects LIMIT 1") { _ in true } ?? false
    }

    /// Takes the mark of an object that goes.
    func remove(_ kind: Kind, id: String) throws(StoreError) {
        try database.run(
            "DELETE FROM reserved_objects WHERE kind = ? AND object_id = ?",
            [.text(kind.rawValue), .text(id)])
    }
}
