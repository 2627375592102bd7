extension FormatLayout {
    /// Whether a flow collection stands over several lines or holds comments.
    func isTall(_ node: Int) -> Bool {
        let range = source.contentStart(of: node)..<source.end(of: node)
        return source.bytes[range].contains(0x0A) || !source.comments(in: range).isEmpty
    }

    /// A value on one line, its parts as they are written.
    ///
    /// - Parameter isPart: the value is part of another, so that its anchor is written as well.
    func flow(_ node: Int, path: [String], isPart: Bool = true) -> String {
        let raw = source.node(node)
        let anchor = isPart ? anchor(of: node).map { $0 + " " } ?? "" : ""
        switch raw.kind {
        case .scalar:
            let text = source.index.text(source.contentStart(of: node)..<source.end(of: node))
            let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            // A text over several lines reads the same with a space for each line end.
            return anchor
                + (lines.count == 1
                    ? text
                    : scalarText(
                        source.tree.string(of: node), source.quoting(of: node), inFlow: true))
        case .alias: return source.index.text(source.range(of: node))
        case .sequence:
            let items = source.children(of: node).map { flow($0, path: path + ["-"]) }
            return anchor + "[" + items.joined(separator: ", ") + "]"
        case .mapping:
            let entries = source.entries(of: node).map { entry in
                let key = source.tree.string(of: entry.key)
                let name = source.index.text(source.range(of: entry.key))
                return FormatChunk(lines: [name + ": " + flow(entry.value, path: path + [key])], key: key)
            }
            return anchor + "{" + ordered(entries, path).map { $0.lines[0] }.joined(separator: ", ") + "}"
        }
    }

    /// A flow collection of one element a line, comments beside what they stood beside.
    mutating func tall(_ node: Int, indent: Int, path: [String], _ anchor: String) -> [String] {
        let inside = source.flowInside(of: node)
        let isMapping = source.node(node).kind == .mapping
        let brackets = isMapping ? ("{", "}") : ("[", "]")
        cursor = max(cursor, inside.open + 1)
        var lines = [anchor + " " + brackets.0]
        if inside.elements.first.map({ !source.index.isOneLine(inside.open, $0.range.lowerBound) }) ?? true {
            lines[0] += trailingComment(behind: inside.open)
        }
        for (position, element) in inside.elements.enumerated() {
            let above = ownLines(to: element.range.lowerBound, indent: indent + 2)
            lines += above.filter { $0 != blankLine }
            let text: String
            if isMapping {
                let entry = source.entries(of: node)[position]
                let key = source.tree.string(of: entry.key)
                text =
                    source.index.text(source.range(of: entry.key)) + ": "
                    + flow(entry.value, path: path + [key])
            } else {
                text = flow(source.children(of: node)[position], path: path + ["-"])
            }
            // Comments inside an element that fits on one line stand above it.
            lines += source.comments(in: element.range).map {
                spaces(indent + 2) + trimmed(source.index.text($0))
            }
            cursor = max(cursor, element.endWithComma)
            let comma = position + 1 < inside.elements.count ? "," : ""
            lines.append(spaces(indent + 2) + text + comma + commentBehind(element, inside, position))
        }
        let rest = ownLines(to: inside.close, indent: indent + 2)
        lines += rest.filter { $0 != blankLine }
        cursor = max(cursor, inside.close + 1)
        lines.append(spaces(indent) + brackets.1 + trailingComment(behind: inside.close))
        return lines
    }

    /// The comment behind an element on its line, where no other element stands between.
    private mutating func commentBehind(
        _ element: FlowElement, _ inside: FlowInside, _ position: Int
    ) -> String {
        let next =
            position + 1 < inside.elements.count
            ? inside.elements[position + 1].range.lowerBound : inside.close
        guard !source.index.isOneLine(element.endWithComma, next) else { return "" }
        return trailingComment(behind: element.endWithComma)
    }
}
