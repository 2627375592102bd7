package import WritModel

/// An origin as a clause: `iam/payments.yaml:8, 9f2c1ab Ada Lovelace 2026-10-01`.
///
/// Days are in UTC. Names are the authors' text and are shown inert.
package func text(_ origin: Origin) -> String {
    let place = terminalSafe(origin.place.description)
    switch origin.standing {
    case .wrote: return "\(place), \(commit(origin))"
    case .removed: return "\(place), removed by \(commit(origin))"
    case .boundary: return "\(place), \(commit(origin)) or earlier (shallow clone)"
    case .older: return "\(place), older than the search went: \(commit(origin)) or earlier"
    case .applied: return "\(place), last applied from \(shortID(origin))"
    case .uncommitted: return "\(place), not committed"
    }
}

/// `9f2c1ab Ada Lovelace 2026-10-01`.
func text(_ author: Authorship) -> String {
    "\(author.commit.prefix(7)) \(terminalSafe(author.name)) \(author.date.day)"
}

private func commit(_ origin: Origin) -> String { origin.author.map(text) ?? shortID(origin) }

private func shortID(_ origin: Origin) -> String { terminalSafe(String((origin.commit ?? "").prefix(7))) }

/// Why origins are missing, as lines for standard error; empty for no notes.
package func render(notes: [String], style: Style) -> String {
    notes.map { style.paint("note", .note) + ": " + terminalSafe($0) + "\n" }.joined()
}

/// An origin as JSON. The author's texts are made inert as they are in text.
package func json(_ origin: Origin) -> JSONValue {
    var members: [JSONValue.Member] = [.init("standing", .string(origin.standing.rawValue))]
    if let commit = origin.commit { members.append(.init("commit", .string(commit))) }
    if let author = origin.author { members += authorMembers(author) }
    members += [
        .init("file", .string(origin.place.file)), .init("line", .integer(origin.place.line)),
    ]
    if origin.written != origin.place {
        members.append(
            .init(
                "written",
                ["file": .string(origin.written.file), "line": .integer(origin.written.line)]))
    }
    return .object(members)
}

/// The author and the date as members of an object.
func authorMembers(_ author: Authorship) -> [JSONValue.Member] {
    [
        .init(
            "author",
            ["name": .string(terminalSafe(author.name)), "email": .string(terminalSafe(author.email))]
        ),
        .init("date", .string(author.date.description)),
    ]
}
