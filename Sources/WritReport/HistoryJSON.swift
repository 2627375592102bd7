internal import WritDigest
package import WritModel
package import WritStore

/// The audit chain as a JSON document, newest last.
package func json(_ entries: [AuditEntry]) -> JSONValue {
    [
        "format": "writ/history/1",
        "entries": .array(
            entries.map { entry in
                [
                    "sequence": .integer(entry.sequence), "at": .string(entry.at.description),
                    "actor": .string(entry.actor), "run": .string(entry.run),
                    "event": .string(entry.event), "detail": entry.detail,
                    "hash": .string(entry.hash.description),
                ]
            }),
    ]
}
