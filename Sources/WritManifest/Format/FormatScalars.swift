extension FormatLayout {
    /// A scalar, an alias or a flow collection of one line; further lines of a scalar are indented.
    func scalarLines(_ node: Int, indent: Int, path: [String]) -> [String] {
        guard source.node(node).kind == .scalar else { return [flow(node, path: path, isPart: false)] }
        let text = source.index.text(source.contentStart(of: node)..<source.end(of: node))
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        guard lines.count > 1 else { return [text] }
        return lines.enumerated().map { position, line in
            var line = position + 1 < lines.count ? trimmed(String(line)) : String(line)
            if position > 0 { line = String(line.drop { $0 == " " || $0 == "\t" }) }
            return position == 0 || line.isEmpty ? line : spaces(indent + 2) + line
        }
    }

    /// A block of text at its new indentation.
    mutating func blockScalar(_ node: Int, indent: Int, column: Int, _ anchor: String) -> [String] {
        let start = source.contentStart(of: node)
        let headerEnd = source.index.lineEnd(at: start)
        var header = String(
            decoding: source.bytes[start..<headerEnd].prefix { !isSpace($0) && $0 != UInt8(ascii: "#") },
            as: UTF8.self)
        let digit = header.compactMap(\.wholeNumberValue).first
        header = String(header.map { $0.isWholeNumber ? "2" : $0 })
        let comment = trailingComment(behind: start)
        let keepsEnd = header.contains("+")
        let end = keepsEnd ? source.index.offset(source.node(node).end) : source.end(of: node)
        let body = source.index.nextLine(after: start)
        cursor = max(cursor, source.end(of: node))
        guard body < end else { return [anchor + " " + header + comment] }
        var lines = source.index.text(body..<end)
            .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
        if keepsEnd, lines.last == "" { lines.removeLast() }
        let first = lines.first { $0.contains { $0 != " " } } ?? ""
        let depth = digit.map { column + $0 } ?? first.prefix { $0 == " " }.count
        return [anchor + " " + header + comment]
            + lines.map { line in
                let rest = line.dropFirst(min(depth, line.prefix { $0 == " " }.count))
                return rest.isEmpty ? "" : spaces(indent + 2) + rest
            }
    }
}
