/// An item of a list with dashes, or an entry of a mapping of one key a line.
struct BlockElement {
    /// The offset of the dash or key.
    var start: Int
    /// Where its own text ends.
    var end: Int
}

extension YamlSource {
    /// The elements of a block collection.
    func blockElements(of node: Int) -> [BlockElement] {
        if self.node(node).kind == .mapping {
            return entries(of: node).map { BlockElement(start: start(of: $0.key), end: end(of: $0.value)) }
        }
        var from = contentStart(of: node)
        return children(of: node).map { item in
            let dash = dash(in: from..<start(of: item)) ?? start(of: item)
            from = end(of: item)
            return BlockElement(start: dash, end: from)
        }
    }

    /// The last dash of a stretch between two items that is not part of a comment.
    private func dash(in gap: Range<Int>) -> Int? {
        let hidden = comments(in: gap)
        return gap.last { offset in
            bytes[offset] == UInt8(ascii: "-") && !hidden.contains { $0.contains(offset) }
        }
    }

    /// The columns before the elements of a block collection.
    func indent(of node: Int) -> Int { blockElements(of: node).first.map { index.column(of: $0.start) } ?? 0 }

    /// Edits that put whole lines before the element at `position`.
    ///
    /// - Parameter lines: indented like the others, each with its line end.
    func insertingBlock(_ lines: String, at position: Int, of node: Int) -> [TextEdit] {
        let elements = blockElements(of: node)
        guard position > 0 else {
            let first = elements[0].start
            guard index.isFirst(onLine: first) else {
                // Beside a dash: what is put in takes the place there and the rest moves below.
                let indent = String(repeating: " ", count: index.column(of: first))
                let text = String(lines.dropFirst(indent.utf8.count))
                return [index.edit(first..<first, text + indent)]
            }
            let place = startOfComments(above: first, notBefore: start(of: node))
            return [index.edit(place..<place, lines)]
        }
        let last = elements[position - 1].end
        let place = index.nextLine(after: last)
        guard place == bytes.count, index.lineEnd(at: last) == place else {
            return [index.edit(place..<place, lines)]
        }
        return [index.edit(place..<place, "\n" + lines.dropLast())]
    }

    /// Edits that take the element at `position` out, one of several; its comments stay where it was.
    func removingBlock(at position: Int, of node: Int) -> [TextEdit] {
        let elements = blockElements(of: node)
        let element = elements[position]
        let indent = String(repeating: " ", count: index.column(of: element.start))
        guard index.isFirst(onLine: element.start) else {
            let next = elements[position + 1].start
            let kept = comments(in: element.start..<next).map { index.text($0) + "\n" + indent }.joined()
            return [index.edit(element.start..<next, kept)]
        }
        let lines = index.lineStart(at: element.start)..<index.nextLine(after: element.end)
        var kept = keptComments(in: lines, indent: indent)
        if !kept.isEmpty, index.lineEnd(at: element.end) == bytes.count { kept.removeLast() }
        return [index.edit(lines, kept)]
    }

    /// The start of the comment lines that stand right above `offset`, or of its own line.
    ///
    /// - Parameter limit: comments on lines that start before it belong to something else.
    private func startOfComments(above offset: Int, notBefore limit: Int) -> Int {
        var place = index.lineStart(at: offset)
        while place > 0 {
            let line = index.lineStart(at: place - 1)
            let isComment = comments.contains { comment in
                index.lineStart(at: comment.lowerBound) == line && index.isFirst(onLine: comment.lowerBound)
                    && index.column(of: comment.lowerBound) == index.column(of: offset)
            }
            guard isComment else { break }
            place = line
        }
        return place
    }
}
