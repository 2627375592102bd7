internal import WritModel
internal import WritPlan
internal import WritStore

/// The rows of access keys. Call it in a transaction.
struct AccessKeyRows {
    let database: Database

    /// The keys by the id of their user.
    func byUser(_ selection: ObjectReader.Selection) throws(StoreError) -> [String: [LiveAccessKey]] {
        let (condition, values) = selection.condition(id: "user_id", objects: "users")
        var keys: [String: [LiveAccessKey]] = [:]
        try database.each(
            """
            SELECT user_id, id, name, generation, status, created_at, last_used_at, disabled_at
            FROM access_keys\(condition)
            """, values
        ) { row in
            keys[row.requiredText(0), default: []].append(
                LiveAccessKey(
                    id: row.requiredText(1), name: row.requiredText(2),
                    generation: Int(row.requiredInteger(3)),
                    status: row.requiredText(4) == "active" ? .active : .inactive,
                    createdAt: Instant(epochSeconds: row.requiredInteger(5)),
                    lastUsedAt: row.integer(6).map(Instant.init(epochSeconds:)),
                    disabledAt: row.integer(7).map(Instant.init(epochSeconds:))))
        }
        return keys
    }

    /// A new key, which can be used.
    func insert(
        _ id: String, name: String, generation: Int, of user: String, at now: Instant
    ) throws(StoreError) {
        try database.run(
            "INSERT INTO access_keys (id, user_id, name, generation, created_at) VALUES (?, ?, ?, ?, ?)",
            [
                .text(id), .text(user), .text(name), .integer(Int64(generation)), .integer(now.epochSeconds),
            ])
    }

    /// Lets the key be used, or keeps it from being used.
    func set(_ status: DeclaredAccessKey.Status, of id: String, at now: Instant) throws(StoreError) {
        let end: Binding = status == .active ? .null : .integer(now.epochSeconds)
        try database.run(
            "UPDATE access_keys SET status = ?, disabled_at = ? WHERE id = ?",
            [.text(status.rawValue), end, .text(id)])
    }

    /// The key goes.
    func delete(_ id: String) throws(StoreError) {
        try database.run("DELETE FROM access_keys WHERE id = ?", [.text(id)])
    }
}
