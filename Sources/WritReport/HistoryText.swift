internal import WritModel
package import WritStore

/// The audit chain as text, newest last, one line an entry.
package func render(_ entries: [AuditEntry], style: Style) -> String {
    var lines = entries.map { entry in
        style.paint("\(entry.sequence)", .faint) + "  \(entry.at)  \(terminalSafe(entry.actor))  "
            + style.paint(entry.event, .strong) + detail(entry.detail)
    }
    if lines.isEmpty { lines = ["nothing was ever applied"] }
    return lines.joined(separator: "\n") + "\n"
}

/// The members that a reader wants in one line.
private func detail(_ detail: JSONValue) -> String {
    let wanted = ["change", "reason", "commit", "approvals", "holder"]
    let parts = wanted.compactMap { name -> String? in
        switch detail[name] {
        case .string(let text)?: name == "commit" ? String(text.prefix(7)) : text
        case .array(let items)? where !items.isEmpty: items.compactMap(\.string).joined(separator: ", ")
        default: nil
        }
    }
    return parts.isEmpty ? "" : "  " + terminalSafe(parts.joined(separator: "  "))
}
