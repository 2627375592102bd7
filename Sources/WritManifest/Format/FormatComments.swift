// Comments and blank lines are taken up in the order of the text, each once.

extension FormatLayout {
    /// The comments up to `offset`, each on a line of its own, and blank lines between them.
    ///
    mutating func ownLines(to offset: Int, indent: Int) -> [String] {
        var lines: [String] = []
        for comment in source.comments(in: cursor..<max(cursor, offset)) {
            take(comment, indent: indent, into: &lines)
        }
        if hasBlank(cursor..<max(cursor, offset)) { lines.append(blankLine) }
        return lines
    }

    /// The comments behind the last element of a block, up to one that stands further left than `minimum`
    /// and so belongs to something outside.
    mutating func tail(of node: Int, indent: Int, minimum: Int) -> [String] {
        var lines: [String] = []
        let next = source.firstNodeAfter(node)
        let limit = next < source.tree.nodes.count ? source.start(of: next) : source.bytes.count
        for comment in source.comments(in: cursor..<max(cursor, limit)) {
            let start = comment.lowerBound
            guard source.index.isFirst(onLine: start), source.index.column(of: start) >= minimum else {
                break
            }
            take(comment, indent: indent, into: &lines)
        }
        return lines
    }

    private mutating func take(_ comment: Range<Int>, indent: Int, into lines: inout [String]) {
        if hasBlank(cursor..<comment.lowerBound) { lines.append(blankLine) }
        lines.append(spaces(indent) + trimmed(source.index.text(comment)))
        cursor = comment.upperBound
    }

    /// Whether a stretch of white space holds a blank line.
    private func hasBlank(_ range: Range<Int>) -> Bool {
        source.bytes[range].count { $0 == 0x0A } > 1
    }

    /// The comment on the line of `offset` behind it, with two spaces before it; empty for none.
    mutating func trailingComment(behind offset: Int) -> String {
        cursor = max(cursor, offset)
        guard let comment = source.comments(in: cursor..<source.index.lineEnd(at: offset)).first else {
            return ""
        }
        cursor = comment.upperBound
        return "  " + trimmed(source.index.text(comment))
    }
}
