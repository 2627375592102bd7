internal import WritModel

extension YamlSource {
    /// Edits that give a mapping a new entry, behind the last of the entries that come before it in `order`.
    ///
    /// - Parameter order: the keys of the mapping as its schema has them; keys that are not in it come last.
    func inserting(_ key: String, _ value: YamlOutline, into mapping: Int, order: [String]) -> [TextEdit] {
        let rank = order.firstIndex(of: key) ?? order.count
        let ranks = entries(of: mapping).map { order.firstIndex(of: tree.string(of: $0.key)) ?? order.count }
        let nearest = ranks.filter { $0 <= rank }.max()
        let position = nearest.flatMap { ranks.lastIndex(of: $0) }.map { $0 + 1 } ?? 0
        if node(mapping).style == .flow {
            let text: String
            if isJSON {
                text = jsonEntry(key, value, in: mapping)
            } else {
                text = yamlKey(key, inFlow: true) + ": " + flowText(value)
            }
            return insertingFlow(text, at: position, of: mapping)
        }
        let lines = YamlOutline.Entry(key, value).lines(indent: indent(of: mapping))
        return insertingBlock(lines, at: position, of: mapping)
    }

    /// Edits that take one of several entries out of a mapping.
    func removing(_ entry: YamlEntry, from mapping: Int) -> [TextEdit] {
        guard let position = entries(of: mapping).firstIndex(of: entry) else { return [] }
        return node(mapping).style == .flow
            ? removingFlow(at: position, of: mapping) : removingBlock(at: position, of: mapping)
    }

    /// Edits that give an entry another value. A text keeps its quotes; comments inside the old value and
    /// behind it stay.
    func replacing(valueOf entry: YamlEntry, in mapping: Int, by value: YamlOutline) -> [TextEdit] {
        let old = contentStart(of: entry.value)..<end(of: entry.value)
        if node(mapping).style == .flow {
            return [index.edit(old, flowText(value, quoting: quoting(of: entry.value)))]
        }
        let isScalar = node(entry.value).kind == .scalar
        if isScalar, case .text(let text) = value, node(entry.value).style == .quoted,
            quoting(of: entry.value) == .double || !text.utf8.contains(0x0A)
        {
            return [index.edit(old, scalarText(text, quoting(of: entry.value), inFlow: false))]
        }
        let colon = colon(of: entry)
        let new = textBehindColon(of: entry, value, indent: indent(of: mapping), colon: colon)
        let rest = colon + 1..<max(colon + 1, index.lineEnd(at: end(of: entry.value)))
        let inside = comments(in: colon + 1..<end(of: entry.value))
        if inside.isEmpty, !new.contains("\n") {
            return [index.edit(colon + 1..<end(of: entry.value), new)]
        }
        // A comment cannot stand behind several lines: it moves above the key.
        let start = start(of: entry.key)
        let indent = String(repeating: " ", count: index.column(of: start))
        let moved = comments(in: rest).map { index.text($0) + "\n" + indent }.joined()
        return [index.edit(start..<start, moved), index.edit(rest, new)]
    }

    /// What follows the colon: a value on the same line, or on lines of its own.
    private func textBehindColon(of entry: YamlEntry, _ value: YamlOutline, indent: Int, colon: Int) -> String
    {
        let key = tree.string(of: entry.key)
        var lines = YamlOutline.Entry(key, value).lines(indent: indent)
        lines.removeLast()
        return String(lines.unicodeScalars.dropFirst(indent + yamlKey(key).unicodeScalars.count + 1))
    }

    /// The offset of the colon behind an entry's key.
    func colon(of entry: YamlEntry) -> Int {
        var offset = end(of: entry.key)
        while offset < bytes.count, bytes[offset] != UInt8(ascii: ":") { offset += 1 }
        return offset
    }

    /// An entry of a JSON object, on several lines where its neighbours stand on lines of their own.
    private func jsonEntry(_ key: String, _ value: YamlOutline, in mapping: Int) -> String {
        let isTall = flowInside(of: mapping).elements.first.map { index.isFirst(onLine: $0.range.lowerBound) }
        return yamlKeyAsJSON(key) + ": " + jsonText(value, isTall: isTall ?? false)
    }

    /// A value as JSON on one line, or laid out.
    func jsonText(_ value: YamlOutline, isTall: Bool) -> String {
        isTall ? String(value.json.prettyText.dropLast()) : value.json.spacedText
    }

    private func yamlKeyAsJSON(_ key: String) -> String { flowText(.text(key)) }
}

extension JSONValue {
    /// The value on one line with a space behind each comma and colon, as people write it.
    var spacedText: String {
        switch self {
        case .null, .boolean, .number, .string: compactText
        case .array(let items): "[" + items.map(\.spacedText).joined(separator: ", ") + "]"
        case .object(let members):
            "{"
                + members.map { JSONValue.string($0.name).compactText + ": " + $0.value.spacedText }
                .joined(separator: ", ") + "}"
        }
    }
}
