internal import WritDigest
package import WritModel
package import WritStore

/// The audit chain as a JSON document, newest last; origins stand beside what an entry's hash covers.
package func json(
    _ entries: [AuditEntry], origins: HistoryOrigins = HistoryOrigins()
) -> JSONValue {
    [
        "format": "writ/history/1",
        "entries": .array(entries.map { json($0, origins) }),
    ]
}

private func json(_ entry: AuditEntry, _ origins: HistoryOrigins) -> JSONValue {
    var members: [JSONValue.Member] = [
        .init("sequence", .integer(entry.sequence)), .init("at", .string(entry.at.description)),
        .init("actor", .string(entry.actor)), .init("run", .string(entry.run)),
        .init("event", .string(entry.event)), .init("detail", entry.detail),
        .init("hash", .string(entry.hash.description)),
    ]
    if let author = entry.commit.flatMap({ origins.authors[$0] }) {
        let subject = JSONValue.Member("subject", .string(terminalSafe(author.subject)))
        members.append(.init("commit", .object(authorMembers(author) + [subject])))
    }
    if let origin = origins.lines[entry.sequence] { members.append(.init("origin", json(origin))) }
    return .object(members)
}
