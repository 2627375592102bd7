package import WritModel
package import WritStore

/// The audit chain as text, newest last, one line an entry.
///
/// - Parameter authors: of the commits that entries name, by full id, as far as they are known.
package func render(
    _ entries: [AuditEntry], authors: [String: Authorship] = [:], style: Style
) -> String {
    var lines = entries.map { entry in
        style.paint("\(entry.sequence)", .faint) + "  \(entry.at)  \(terminalSafe(entry.actor))  "
            + style.paint(entry.event, .strong) + detail(entry.detail, authors)
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
