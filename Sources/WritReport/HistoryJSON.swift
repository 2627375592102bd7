internal import WritDigest
package import WritModel
package import WritStore

/// The audit chain as a JSON document, newest last; `authors` as in the text, beside the entry and not covered
/// by its hash.
package func json(_ entries: [AuditEntry], authors: [String: Authorship] = [:]) -> JSONValue {
    ["format": "writ/history/1", "entries": .array(entries.map { json($0, authors) })]
}

private func json(_ entry: AuditEntry, _ authors: [String: Authorship]) -> JSONValue {
    var members: [JSONValue.Member] = [
        .init("sequence", .integer(entry.sequence)), .init("at", .string(entry.at.description)),
        .init("actor", .string(entry.actor)), .init("run", .string(entry.run)),
        .init("event", .string(entry.event)), .init("detail", entry.detail),
        .init("hash", .string(entry.hash.description)),
    ]
    if let author = entry.commit.flatMap({ authors[$0] }) {
        let subject = JSONValue.Member("subject", .string(terminalSafe(author.subject)))
        members.append(.init("commit", .object(authorMembers(author) + [subject])))
    }
    return .object(members)
}
