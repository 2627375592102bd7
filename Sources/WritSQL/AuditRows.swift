internal import WritDigest
internal import WritModel
internal import WritStore

/// The audit chain's rows. Call it in a transaction.
struct AuditRows {
    let database: Database

    /// Adds an entry at the chain's end.
    func append(
        at: Instant, actor: String, run: String, event: String, detail: JSONValue
    ) throws(StoreError) {
        let last = try database.first(
            "SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1"
        ) { row in
            (sequence: Int(row.requiredInteger(0)), hash: storedDigest(row.requiredText(1)))
        }
        let entry = AuditEntry(
            after: last?.hash, sequence: (last?.sequence ?? 0) + 1, at: at, actor: actor, run: run,
            event: event, detail: detail)
        try database.run(
            "INSERT INTO audit (sequence, at, actor, run, event, detail, hash) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                .integer(Int64(entry.sequence)), .integer(at.epochSeconds), .text(actor), .text(run),
                .text(event), .text(detail.compactText), .text(entry.hash.description),
            ])
    }

    /// The chain as it is stored, oldest first. What somebody has broken is answered as it is, so that
    /// the chain's check finds it.
    func all() throws(StoreError) -> [AuditEntry] {
        var entries: [AuditEntry] = []
        try database.each(
            "SELECT sequence, at, actor, run, event, detail, hash FROM audit ORDER BY sequence"
        ) { row in
            let detail = row.requiredText(5)
            entries.append(
                AuditEntry(
                    sequence: Int(row.requiredInteger(0)),
                    at: Instant(epochSeconds: row.requiredInteger(1)), actor: row.requiredText(2),
                    run: row.requiredText(3), event: row.requiredText(4),
                    detail: storedJSON(detail) ?? .string(detail),
                    hash: storedDigest(row.requiredText(6))))
        }
        return entries
    }
}

/// A digest that this program wrote; a digest of nothing in the chain where somebody has broken it.
private func storedDigest(_ text: String) -> Digest { Digest(parsing: text) ?? Digest(of: text) }
