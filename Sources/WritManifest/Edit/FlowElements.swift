/// An item of a list in brackets, or an entry of a mapping in braces.
struct FlowElement {
    /// From its first to behind its last byte, key and value of an entry together.
    var range: Range<Int>
    /// The offset of the comma behind it; `nil` where there is none.
    var comma: Int?

    /// Behind the element and its comma.
    var endWithComma: Int { comma.map { $0 + 1 } ?? range.upperBound }
}

/// The inside of brackets or braces.
struct FlowInside {
    /// The offset of the opening bracket.
    var open: Int
    /// The offset of the closing bracket.
    var close: Int
    var elements: [FlowElement]
}

extension YamlSource {
    /// The elements of a flow collection.
    func flowInside(of node: Int) -> FlowInside {
        var inside = FlowInside(open: contentStart(of: node), close: end(of: node) - 1, elements: [])
        let ranges: [Range<Int>] =
            self.node(node).kind == .mapping
            ? entries(of: node).map { start(of: $0.key)..<end(of: $0.value) }
            : children(of: node).map { range(of: $0) }
        for (position, range) in ranges.enumerated() {
            let limit = position + 1 < ranges.count ? ranges[position + 1].lowerBound : inside.close
            inside.elements.append(
                FlowElement(range: range, comma: comma(in: range.upperBound..<max(range.upperBound, limit))))
        }
        return inside
    }

    private func comma(in gap: Range<Int>) -> Int? {
        let hidden = comments(in: gap)
        return gap.first { offset in
            bytes[offset] == UInt8(ascii: ",") && !hidden.contains { $0.contains(offset) }
        }
    }

    /// Edits that put `text`, a line of its own where the others are, before the element at `position`.
    func insertingFlow(_ text: String, at position: Int, of node: Int) -> [TextEdit] {
        let inside = flowInside(of: node)
        guard !inside.elements.isEmpty else {
            let gap = inside.open + 1..<inside.close
            let isBlank = bytes[gap].allSatisfy { $0 == 0x20 }
            return [index.edit(isBlank ? gap : inside.close..<inside.close, text)]
        }
        guard position > 0 else {
            let first = inside.elements[0].range.lowerBound
            guard index.isFirst(onLine: first) else { return [index.edit(first..<first, text + ", ")] }
            let start = index.lineStart(at: first)
            return [index.edit(start..<start, indentation(at: first) + indented(text, at: first) + ",\n")]
        }
        let before = inside.elements[position - 1]
        let next =
            position < inside.elements.count ? inside.elements[position].range.lowerBound : inside.close
        let start = before.range.lowerBound
        guard !index.isOneLine(before.range.upperBound, next), index.isFirst(onLine: start) else {
            return [index.edit(before.range.upperBound..<before.range.upperBound, ", " + text)]
        }
        let line = index.nextLine(after: before.endWithComma - 1)
        let endsInComma = position < inside.elements.count || before.comma != nil
        let added = indentation(at: start) + indented(text, at: start) + (endsInComma ? ",\n" : "\n")
        var edits = [index.edit(line..<line, added)]
        if before.comma == nil {
            edits.append(index.edit(before.range.upperBound..<before.range.upperBound, ","))
        }
        return edits
    }

    /// Edits that take the element at `position` out; comments beside it stay, on lines of their own.
    func removingFlow(at position: Int, of node: Int) -> [TextEdit] {
        let inside = flowInside(of: node)
        let element = inside.elements[position]
        let isLast = position + 1 == inside.elements.count
        let next = isLast ? inside.close : inside.elements[position + 1].range.lowerBound
        let start = element.range.lowerBound
        var edits: [TextEdit] = []
        if isLast, element.comma == nil, position > 0, let comma = inside.elements[position - 1].comma {
            edits.append(TextEdit(comma..<comma + 1, []))
        }
        if index.isFirst(onLine: start), !index.isOneLine(element.endWithComma - 1, next) {
            let lines = index.lineStart(at: start)..<index.nextLine(after: element.endWithComma - 1)
            return edits + [index.edit(lines, keptComments(in: lines, indent: indentation(at: start)))]
        }
        var region = start..<element.endWithComma
        if !isLast, index.isOneLine(element.endWithComma, next) {
            region = start..<next
        } else if position > 0 {
            let before = inside.elements[position - 1].endWithComma
            if bytes[before..<start].allSatisfy({ $0 == 0x20 }) { region = before..<element.endWithComma }
        } else if isLast, bytes[inside.open + 1..<start].allSatisfy({ $0 == 0x20 }),
            bytes[element.endWithComma..<inside.close].allSatisfy({ $0 == 0x20 })
        {
            region = inside.open + 1..<inside.close
        }
        let kept = comments(in: region).map { index.text($0) + "\n" + indentation(at: start) }.joined()
        return edits + [index.edit(region, kept.isEmpty ? "" : " " + kept)]
    }

    /// The spaces that the line of `offset` starts with, or as many as the bytes before it.
    func indentation(at offset: Int) -> String {
        let start = index.lineStart(at: offset)
        return String(repeating: " ", count: bytes[start..<offset].prefix { $0 == 0x20 }.count)
    }

    /// The lines of `text` behind the first indented like the line of `offset`.
    private func indented(_ text: String, at offset: Int) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.joined(separator: "\n" + indentation(at: offset))
    }

    /// The comments of a stretch that goes, each as a line of its own.
    func keptComments(in region: Range<Int>, indent: String) -> String {
        comments(in: region).map { indent + index.text($0) + "\n" }.joined()
    }
}
