internal import WritPlan
package import WritModel

/// A drift report as the text of an issue or comment: what could hurt first.
///
/// Marked, inert and kept small like the comment that `writ plan` has.
package func markdown(
    _ report: DriftReport, origins: Origins = Origins(), maxBytes: Int, details: String?
) -> String {
    let drift = report.drift
    let groups = Dictionary(grouping: drift.items, by: \.sort.danger)
    let sections = Danger.allCases.map { danger in
        MarkdownSection(
            title: danger.driftTitle, isOpen: danger.isOpen,
            entries: (groups[danger] ?? []).map { entry($0, origins) })
    }
    let others = MarkdownSection(
        title: "Not managed or not verifiable, left alone", isOpen: false,
        entries: drift.unverifiable.map {
            MarkdownEntry(
                ["\($0.address) \($0.field.rawValue): the store does not show it"], sort: "unverifiable")
        } + drift.unmanaged.map { MarkdownEntry([$0.description], sort: "unmanaged") }
            + reservedEntries(drift.reserved))
    let left = MarkdownSection(
        title: "Left to people", isOpen: true,
        entries: drift.remarks.map { MarkdownEntry(lines(of: [$0], .plain), sort: "remark") })
    let comment = MarkdownComment(
        head: [
            "<!-- writ:drift:\(report.target) -->", "### Drift in `\(report.target)`", "", summary(drift), "",
            origin(report), "",
        ],
        sections: sections + [left, others], foot: foot(report), whole: whole(details, "writ drift", nil))
    return comment.text(limit: maxBytes)
}

private func entry(_ item: DriftItem, _ origins: Origins) -> MarkdownEntry {
    let since =
        "\(item.since.file):\(item.since.line), applied from \(item.since.commit.prefix(7))"
        + (origins[item.originKey].map { ", \(text($0))" } ?? "")
    let lines = lines(of: item.sort, .plain).map { $0.hasPrefix("  ") ? String($0.dropFirst(2)) : $0 }
    return MarkdownEntry(
        ["\(item.address)  \(lines.first ?? "")    \(since)"] + lines.dropFirst(), sort: item.sort.word)
}

private func summary(_ drift: Drift) -> String {
    guard !drift.items.isEmpty else {
        return "**✅ no drift: \(counted(drift.comparedCount, "object")) as last applied**"
    }
    let objects = Set(drift.items.map(\.address)).count
    return "**\(counted(drift.items.count, "difference")) in \(objects) of \(drift.comparedCount) objects**"
}

private func origin(_ report: DriftReport) -> String {
    var sentence =
        "The \(report.store.rawValue) account \(markdownCode(report.account)) differs from what was "
    if report.drift.items.isEmpty {
        sentence = "The \(report.store.rawValue) account \(markdownCode(report.account)) is what was "
    }
    sentence += "last applied"
    if let applied = report.applied {
        sentence += ", commit \(markdownCode(applied.commit)) of \(applied.at)"
    }
    return sentence + "."
}

private func foot(_ report: DriftReport) -> [String] {
    let place = report.snapshotAt.map { "a snapshot of \(age(of: $0, at: report.madeAt))" } ?? "the store"
    return ["<sub>Read from \(place), reported \(report.madeAt).</sub>"]
}

extension Danger {
    /// The heading over what was done by hand.
    fileprivate var driftTitle: String {
        switch self {
        case .deletes: "🔴 Deleted in the store"
        case .liftsDenial: "🔴 Denials lifted in the store"
        case .cutsForeign, .widens: "🔴 Access that may have widened"
        case .narrows: "🟠 Access taken away in the store"
        case .other, .creates, .remembers: "🟡 Changed in the store"
        }
    }
}

extension DriftSort {
    /// What the difference may mean for access. Whether a policy that went denied something is not known here.
    fileprivate var danger: Danger {
        switch self {
        case .missing: .deletes
        case .changed(let field, let applied, let observed):
            dangerOf(field, from: applied.resolved(against: nil), to: observed)
        case .extraMembership, .extraAttachment: .widens
        case .lostMembership, .lostAttachment: .narrows
        case .changedExpiry(_, let applied, let observed): dangerOfEnd(applied, observed)
        }
    }

    /// The word that it is counted with where it is not shown.
    fileprivate var word: String {
        switch self {
        case .missing: "deleted object"
        case .changed: "changed field"
        case .lostMembership: "lost membership"
        case .extraMembership(_, let isForbidden): isForbidden ? "forbidden membership" : "extra membership"
        case .lostAttachment: "lost attachment"
        case .extraAttachment(_, let isForbidden): isForbidden ? "forbidden attachment" : "extra attachment"
        case .changedExpiry: "changed expiry"
        }
    }
}
