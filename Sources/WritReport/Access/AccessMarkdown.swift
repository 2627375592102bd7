package import WritPolicy

/// The access part of a comment on a review, most dangerous first.
func markdownSections(
    _ comparison: AccountComparison, _ places: ComparedPlaces = ComparedPlaces()
) -> [MarkdownSection] {
    let entry = { (change: AccessChange) in
        let sign = change.direction == .gained ? "+" : "-"
        let lines = lines(of: change, places)
        return MarkdownEntry(
            ["\(sign) \(lines[0])"] + lines.dropFirst(), sort: "access \(change.direction.rawValue)")
    }
    return [
        MarkdownSection(
            title: "Access that cannot be told", isOpen: true,
            entries: comparison.unknown.map { MarkdownEntry(lines(of: $0), sort: "unknown") }),
        MarkdownSection(
            title: "Ways to become an administrator", isOpen: true,
            entries: markdownEntries(comparison.escalation, places)),
        MarkdownSection(title: "Access", isOpen: true, entries: comparison.effective.map(entry)),
        MarkdownSection(
            title: "Access that counts later", isOpen: false, entries: comparison.latent.map(entry)),
        MarkdownSection(
            title: "Other ways to the same access", isOpen: false,
            entries: comparison.routes.map { MarkdownEntry(lines(of: $0), sort: "route") }),
    ]
}

/// What `writ diff` says, as a comment on a review: most dangerous first, kept below a size.
package func markdown(
    _ comparison: AccountComparison, places: ComparedPlaces, maxBytes: Int, details: String?
) -> String {

    let comment = MarkdownComment(
        head: ["<!-- writ:diff -->", "### Access", "", "**\(markdownLine(summary(comparison)))**", ""],
        sections: markdownSections(comparison, places), foot: [], whole: whole(details, "writ diff", nil))
    return comment.text(limit: maxBytes)
}
