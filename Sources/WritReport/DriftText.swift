internal import WritPlan
package import WritModel

/// A drift report as text: what was applied, what is there now, since which commit, and who wrote what was applied.
package func render(_ report: DriftReport, origins: Origins = Origins(), style: Style) -> String {
    let drift = report.drift
    var lines = report.snapshotAt.map { ["from a snapshot of \(age(of: $0, at: report.madeAt))"] } ?? []
    var current: Address?
    for item in drift.items {
        if item.address != current {
            current = item.address
            let place = "\(item.since.file):\(item.since.line), applied from \(item.since.commit.prefix(7))"
            lines.append(
                style.paint(terminalSafe(item.address.description), .strong) + "    "
                    + style.paint(terminalSafe(place), .faint))
        }
        var shown = WritReport.lines(of: item.sort, style)
        if let origin = origins[item.originKey] { shown[0] += "    " + style.paint(text(origin), .faint) }
        lines += shown
    }
    if !drift.unmanaged.isEmpty {
        lines.append("unmanaged, left alone: " + names(drift.unmanaged.map(\.description)))
    }
    lines += reservedLines(drift.reserved)
    if !drift.unverifiable.isEmpty {
        lines.append(
            "unverifiable, the store does not show them: "
                + names(drift.unverifiable.map { "\($0.address) \($0.field.rawValue)" }))
    }
    lines += WritReport.lines(of: drift.remarks, style)
    let objects = Set(drift.items.map(\.address)).count
    lines.append(
        drift.items.isEmpty
            ? "no drift: \(drift.comparedCount) objects are as last applied"
            : "drift: \(counted(drift.items.count, "difference")) in \(objects) of \(drift.comparedCount) objects"
    )
    return lines.joined(separator: "\n") + "\n"
}

/// A difference as the lines of a report, indented by two spaces.
func lines(of sort: DriftSort, _ style: Style) -> [String] {
    switch sort {
    case .missing:
        return ["  " + style.paint("- deleted in the store", .removed)]
    case .changed(let field, let applied, let observed):
        if case .scalar(.document(let old)) = applied, case .document(let new)? = observed {
            let diff = DocumentDiff(from: old, to: new)
            return ["  ~ \(field.rawValue) changed in the store"]
                + diff.removed.map { "      " + style.paint("- \($0)", .removed) }
                + diff.added.map { "      " + style.paint("+ \($0)", .added) }
        }
        return [
            "  " + style.paint("~ \(field.rawValue)", .changed)
                + "    applied \(text(applied)), in the store \(text(observed))"
        ]
    case .lostMembership(let edge):
        return ["  " + style.paint("- member \(terminalSafe(edge.user))", .removed) + " removed in the store"]
    case .extraMembership(let edge, let isForbidden):
        return [
            "  " + style.paint("+ member \(terminalSafe(edge.user))", .added) + " added in the store"
                + (isForbidden ? forbidden : "")
        ]
    case .lostAttachment(let key):
        return ["  " + style.paint("- \(text(key, expires: nil))", .removed) + " detached in the store"]
    case .extraAttachment(let key, let isForbidden):
        return [
            "  " + style.paint("+ \(text(key, expires: nil))", .added) + " attached in the store"
                + (isForbidden ? forbidden : "")
        ]
    case .changedExpiry(let key, let applied, let observed):
        let was = applied.map { "until \($0)" } ?? "without end"
        let now = observed.map { "until \($0)" } ?? "without end"
        return [
            "  " + style.paint("~ \(text(key, expires: nil))", .changed)
                + "    applied \(was), in the store \(now)"
        ]
    }
}

/// Behind an edge that is worse than one too many.
private let forbidden = ", where a `none` list forbids it"
