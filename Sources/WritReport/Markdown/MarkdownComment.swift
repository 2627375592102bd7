/// One thing in a comment: a line, and what is only of use below it.
struct MarkdownEntry {
    /// What happens, in one line.
    var headline: String
    /// Its details, line by line.
    var details: [String]
    /// What it is counted as where it is not shown, such as `delete`.
    var sort: String

    init(_ lines: [String], sort: String) {
        headline = markdownLine(lines.first ?? "")
        details = lines.dropFirst().map(markdownLine)
        self.sort = sort
    }
}

/// A part of a comment that readers can fold.
struct MarkdownSection {
    /// Text of our own: a heading knows no code, so nothing from outside may stand in it.
    var title: String
    var isOpen: Bool
    var entries: [MarkdownEntry]
}

/// A comment on a review, kept below a size: what comes first is shown first, and what is not is counted.
struct MarkdownComment {
    /// Shown whatever the size; bounded.
    var head: [String]
    /// The most important first.
    var sections: [MarkdownSection]
    /// Shown whatever the size; bounded.
    var foot: [String]
    /// A sentence on where all of it can be read.
    var whole: String

    /// The comment in at most `limit` bytes of UTF-8, which are never fewer than its characters.
    func text(limit: Int) -> String {
        var shown = ShownSections(left: limit - size(of: head) - size(of: foot) - Self.noteSize)
        for section in sections where !section.entries.isEmpty { shown.add(section) }
        var lines = head + shown.lines
        if let note = shown.note(whole) { lines += [note, ""] }
        return (lines + foot).joined(separator: "\n") + "\n"
    }

    /// What the note about the rest may take.
    private static let noteSize = 1500
}

private func size(of lines: [String]) -> Int { lines.reduce(0) { $0 + $1.utf8.count + 1 } }

/// What fits, section by section.
private struct ShownSections {
    /// The bytes that are left.
    var left: Int
    var lines: [String] = []
    private var hidden: [(sort: String, count: Int)] = []
    private var shortened = 0
    /// Whether something did not fit: nothing that is less important may take its place.
    private var isFull = false

    init(left: Int) {
        self.left = left
    }

    mutating func add(_ section: MarkdownSection) {
        let fence = markdownFence(around: section.entries.flatMap { [$0.headline] + $0.details })
        let frame = [
            section.isOpen ? "<details open>" : "<details>",
            "<summary>\(section.title) (\(section.entries.count))</summary>", "", "\(fence)text",
        ]
        let end = [fence, "", "</details>", ""]
        var room = left - size(of: frame) - size(of: end)
        var body: [String] = []
        for entry in section.entries {
            let full = [entry.headline] + entry.details
            let short = [entry.headline, "      … \(counted(entry.details.count, "line")) not shown"]
            if !isFull, size(of: full) <= room {
                body += full
                room -= size(of: full)
            } else if !isFull, !entry.details.isEmpty, size(of: short) <= room {
                body += short
                room -= size(of: short)
                shortened += 1
            } else {
                isFull = true
                hide(entry.sort)
            }
        }
        guard !body.isEmpty else { return }
        lines += frame + body + end
        left = room
    }

    private mutating func hide(_ sort: String) {
        if let index = hidden.firstIndex(where: { $0.sort == sort }) {
            hidden[index].count += 1
        } else {
            hidden.append((sort, 1))
        }
    }

    /// What is not shown, and where it is; `nil` where all is shown.
    func note(_ whole: String) -> String? {
        var parts: [String] = []
        if !hidden.isEmpty {
            let total = hidden.reduce(0) { $0 + $1.count }
            let sorts = hidden.map { "\($0.count) \($0.sort)" }.joined(separator: ", ")
            parts.append("**\(total) of the entries are not shown** (\(sorts))")
        }
        if shortened > 0 {
            parts.append("the details of \(counted(shortened, "entry", "entries")) are not shown")
        }
        guard !parts.isEmpty else { return nil }
        return "✂️ Cut to fit into a comment: \(parts.joined(separator: "; ")). \(whole)"
    }
}
