internal import WritModel
internal import WritStore

/// The lease's row. Call it in a transaction.
struct LeaseRows {
    let database: Database

    /// The lease that is held, expired or not.
    func current() throws(StoreError) -> Lease? {
        try database.first(
            """
            SELECT token, nonce, actor, boot, process_id, process_start, acquired_at, expires_at
            FROM lease
            """
        ) { row in
            Lease(
                token: FencingToken(row.requiredInteger(0)), nonce: row.requiredText(1),
                holder: LeaseHolder(
                    actor: row.requiredText(2), boot: row.requiredText(3),
                    processID: Int32(truncatingIfNeeded: row.requiredInteger(4)),
                    processStart: row.requiredText(5)),
                acquiredAt: Instant(epochSeconds: row.requiredInteger(6)),
                expiresAt: Instant(epochSeconds: row.requiredInteger(7)))
        }
    }

    /// - Throws: ``StoreError/leaseLost`` unless `token` is of the lease that is held. One whose time
    ///   has run out is still held until somebody takes it over.
    func check(_ token: FencingToken) throws(StoreError) {
        guard try current()?.token == token else { throw .leaseLost }
    }

    /// Puts `lease` in the place of any other.
    func write(_ lease: Lease) throws(StoreError) {
        try database.run(
            """
            INSERT OR REPLACE INTO lease (singleton, token, nonce, actor, boot, process_id,
                process_start, acquired_at, expires_at) VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .integer(lease.token.value), .text(lease.nonce), .text(lease.holder.actor),
                .text(lease.holder.boot), .integer(Int64(lease.holder.processID)),
                .text(lease.holder.processStart), .integer(lease.acquiredAt.epochSeconds),
                .integer(lease.expiresAt.epochSeconds),
            ])
    }

    /// Moves the end of the lease with that token.
    func setEnd(of token: FencingToken, to end: Instant) throws(StoreError) {
        try database.run(
            "UPDATE lease SET expires_at = ? WHERE token = ?",
            [.integer(end.epochSeconds), .integer(token.value)])
    }

    /// Removes the lease with that token, if it is still held.
    func delete(_ token: FencingToken) throws(StoreError) {
        try database.run("DELETE FROM lease WHERE token = ?", [.integer(token.value)])
    }
}
