package import WritModel
package import WritStore

/// Who made the commits and wrote the lines that the audit chain names, as far as it is known.
package struct HistoryOrigins: Hashable, Sendable {
    /// The authors of commits, by full id.
    package var authors: [String: Authorship] = [:]
    /// The origins of the lines that changes followed from, by the entry's number.
    package var lines: [Int: Origin] = [:]

    package init() {}
}

/// The audit chain as text, newest last, one line an entry.
package func render(
    _ entries: [AuditEntry], origins: HistoryOrigins = HistoryOrigins(), style: Style
) -> String {
    var lines = entries.map { entry in
        style.paint("\(entry.sequence)", .faint) + "  \(entry.at)  \(terminalSafe(entry.actor))  "
            + style.paint(entry.event, .strong) + detail(entry.detail, origins.authors)
            + (origins.lines[entry.sequence].map { "    " + style.paint(text($0), .faint) } ?? "")
    }
    if lines.isEmpty { lines = ["nothing was ever applied"] }
    return lines.joined(separator: "\n") + "\n"
}

/// The members that a reader wants in one line.
private func detail(_ detail: JSONValue, _ authors: [String: Authorship]) -> String {
    let wanted = ["change", "reason", "commit", "approvals", "holder"]
    let parts = wanted.compactMap { name -> String? in
        switch detail[name] {
        case .string(let id)? where name == "commit":
            authors[id].map { "\(id.prefix(7)) \($0.name) \($0.date.day) “\($0.subject)”" }
                ?? String(id.prefix(7))
        case .string(let text)?: text
        case .array(let items)? where !items.isEmpty: items.compactMap(\.string).joined(separator: ", ")
        default: nil
        }
    }
    return parts.isEmpty ? "" : "  " + terminalSafe(parts.joined(separator: "  "))
}
