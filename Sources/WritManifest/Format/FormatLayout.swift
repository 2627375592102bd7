internal import WritModel

/// Stands for a blank line of the layout; one inside a text is an empty line and stays.
let blankLine = "\n"

/// An entry or item with the comments above it.
struct FormatChunk {
    /// Comments and blank lines above.
    var leading: [String] = []
    /// Its own lines, indented.
    var lines: [String] = []
    /// The key; `nil` for an item.
    var key: String?
}

/// Lays one document out. Comments are taken up in the order of the text: those on a line of their own belong
/// to what follows, those behind a value to it.
struct FormatLayout {
    let source: YamlSource
    private let kind: Kind?
    /// An alias has to stand behind its anchor, so that keys are not moved where there is one.
    private let mayReorder: Bool
    /// Up to where comments were taken up.
    var cursor = 0

    init(_ source: YamlSource, kind: Kind?) {
        self.source = source
        self.kind = kind
        mayReorder = !source.tree.nodes.contains { $0.kind == .alias }
    }

    /// The whole part.
    mutating func document() -> String {
        var lines: [String] = []
        if source.bytes.starts(with: "---".utf8) {
            cursor = 3
            lines.append("---" + trailingComment(behind: 3))
        }
        lines += block(source.root, indent: 0, path: [], minimum: 0, isDocument: true)
        lines += ownLines(to: source.bytes.count, indent: 0)
        return joined(lines)
    }

    /// The lines with one blank line for several, and none at the ends or behind the marker.
    private func joined(_ lines: [String]) -> String {
        var result = ""
        var isBlankDue = false
        for line in lines {
            if line == blankLine {
                isBlankDue = !result.isEmpty
                continue
            }
            if isBlankDue, result.utf8.contains(0x0A), !isOnlyMarker(result) { result += "\n" }
            isBlankDue = false
            result += line + "\n"
        }
        return result
    }

    private func isOnlyMarker(_ text: String) -> Bool {
        text.hasPrefix("---") && text.utf8.count { $0 == 0x0A } == 1
    }

    // MARK: Blocks

    /// The lines of a mapping or list, and of the comments at its end.
    ///
    /// - Parameter minimum: the column from which comments behind the last element belong to it.
    private mutating func block(
        _ node: Int, indent: Int, path: [String], minimum: Int, isDocument: Bool = false
    ) -> [String] {
        var chunks: [FormatChunk] = []
        if source.node(node).kind == .mapping {
            for entry in source.entries(of: node) { chunks.append(chunk(entry, indent: indent, path: path)) }
        } else {
            let dashes = source.blockElements(of: node)
            for (position, item) in source.children(of: node).enumerated() {
                chunks.append(chunk(item: item, dash: dashes[position].start, indent: indent, path: path))
            }
        }
        let column = max(minimum, source.indent(of: node))
        let tail = isDocument ? [] : tail(of: node, indent: indent, minimum: max(column, 1))
        let head = takeHead(of: &chunks)
        chunks = ordered(chunks, path)
        let lines = chunks.flatMap { $0.leading + $0.lines }
        return Array((head + lines).drop { $0 == blankLine }) + tail
    }

    /// Comments that a blank line parts from the first element stay above all of them.
    private func takeHead(of chunks: inout [FormatChunk]) -> [String] {
        guard let first = chunks.first, let blank = first.leading.lastIndex(of: blankLine) else { return [] }
        chunks[0].leading = Array(first.leading[(blank + 1)...])
        return Array(first.leading[...blank])
    }

    func ordered(_ chunks: [FormatChunk], _ path: [String]) -> [FormatChunk] {
        guard mayReorder, chunks.first?.key != nil, let order = order(of: path) else { return chunks }
        let ranked = chunks.enumerated().map { offset, chunk in
            (order.firstIndex(of: chunk.key ?? "") ?? order.count, offset, chunk)
        }
        let sorted = ranked.sorted { ($0.0, $0.1) < ($1.0, $1.1) }
        guard sorted.map(\.1) != Array(chunks.indices) else { return chunks }
        return sorted.map(\.2)
    }

    /// The order of the keys of the mapping at a path; `nil` where they are the author's.
    private func order(of path: [String]) -> [String]? {
        switch path.first {
        case nil: return manifestKeys
        case "metadata": return path.count == 1 ? metadataKeys : nil
        case "spec":
            guard let kind else { return checkOrder(path) }
            let shape = SpecShape.of(kind)
            if path.count == 1 { return shape.keys }
            switch shape.entries[path[1]] {
            case .section(let inner):
                if path.count == 2 { return inner.keys }
                return path.last == "-" ? itemKeys : nil
            case .edges: return path.last == "-" ? itemKeys : nil
            case .field, .file, nil: return nil
            }
        default: return nil
        }
    }

    private func checkOrder(_ path: [String]) -> [String]? {
        if path.count == 1 { return ["description", "tests", "nobody", "separate", "except", "with", "at"] }
        guard path.last == "-" || path.last == "nobody" else { return nil }
        return ["who", "as", "can", "cannot", "may", "on", "in", "with", "at"]
    }

    private mutating func chunk(_ entry: YamlEntry, indent: Int, path: [String]) -> FormatChunk {
        let start = source.start(of: entry.key)
        let key = source.tree.string(of: entry.key)
        var chunk = FormatChunk(leading: ownLines(to: start, indent: indent), key: key)
        cursor = source.colon(of: entry) + 1
        let name = source.index.text(source.range(of: entry.key))
        let value = value(
            entry.value, indent: indent, column: source.index.column(of: start), path: path + [key],
            &chunk.leading)
        chunk.lines = value
        chunk.lines[0] = spaces(indent) + name + ":" + value[0]
        return chunk
    }

    private mutating func chunk(item: Int, dash: Int, indent: Int, path: [String]) -> FormatChunk {
        var chunk = FormatChunk(leading: ownLines(to: dash, indent: indent))
        cursor = dash + 1
        let isBlock = source.node(item).kind != .alias && source.node(item).style == .block
        let anchor = isBlock ? anchor(of: item) : nil
        if isBlock, anchor == nil {
            // The comment of a dash alone stands above it.
            chunk.leading += ownLines(to: source.start(of: item), indent: indent).filter { $0 != blankLine }
            let column = source.index.column(of: dash) + 1
            var inner = block(item, indent: indent + 2, path: path + ["-"], minimum: column)
            while let first = inner.first, first.drop(while: { $0 == " " }).hasPrefix("#") {
                chunk.leading.append(spaces(indent) + first.drop { $0 == " " })
                inner.removeFirst()
            }
            inner[0] = spaces(indent) + "- " + inner[0].dropFirst(indent + 2)
            chunk.lines = inner
            return chunk
        }
        let value = value(
            item, indent: indent, column: source.index.column(of: dash), path: path + ["-"], &chunk.leading)
        chunk.lines = value
        chunk.lines[0] = spaces(indent) + "-" + value[0]
        return chunk
    }

    // MARK: Values

    /// What follows a key's colon or a dash: the rest of its line, and further lines.
    private mutating func value(
        _ node: Int, indent: Int, column: Int, path: [String], _ leading: inout [String]
    ) -> [String] {
        let raw = source.node(node)
        let anchor = anchor(of: node).map { " " + $0 } ?? ""
        if raw.kind != .alias, raw.kind != .scalar, raw.style == .block {
            let start = source.contentStart(of: node)
            let line = source.index.lineEnd(at: cursor)
            let comment = line < start ? trailingComment(behind: cursor) : ""
            return [anchor + comment]
                + block(node, indent: indent + 2, path: path, minimum: column + 1)
        }
        // Comments between the colon and a value below it move above the key.
        leading += ownLines(to: source.contentStart(of: node), indent: indent).filter { $0 != blankLine }
        cursor = max(cursor, source.contentStart(of: node))
        if raw.kind == .scalar, raw.style == .literal || raw.style == .folded {
            return blockScalar(node, indent: indent, column: column, anchor)
        }
        if raw.kind != .alias, raw.kind != .scalar, isTall(node) {
            return tall(node, indent: indent, path: path, anchor)
        }
        var lines = scalarLines(node, indent: indent, path: path)
        lines[0] = anchor + " " + lines[0]
        lines[lines.count - 1] += trailingComment(behind: source.end(of: node))
        return lines
    }
}
