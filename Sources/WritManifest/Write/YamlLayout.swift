/// Lays outlines out as a person would: two spaces a level, lists indented below their key, lines of at most
/// ``lineWidth`` columns where the text allows it.
struct YamlLayout {
    /// In Unicode scalars.
    static let lineWidth = 100

    /// Whole lines.
    private(set) var text = ""

    /// Adds `key: value` at `indent` columns.
    mutating func add(_ entry: YamlOutline.Entry, indent: Int) {
        add(spaces: indent)
        addWithoutIndent(entry, indent: indent)
    }

    /// Adds `- value`, the dash at `indent` columns.
    mutating func addItem(_ item: YamlOutline, indent: Int) {
        add(spaces: indent)
        text += "-"
        switch item {
        case .compact(let entries), .block(let entries):
            if fits(item, column: indent + 2) { return finish(item) }
            // The first key stands beside the dash.
            text += " "
            for (index, entry) in entries.enumerated() {
                if index > 0 { add(spaces: indent + 2) }
                addWithoutIndent(entry, indent: indent + 2)
            }
        case .text, .word, .list, .pair:
            add(item, indent: indent, column: indent + 2)
        }
    }

    private mutating func addWithoutIndent(_ entry: YamlOutline.Entry, indent: Int) {
        let key = yamlKey(entry.key)
        text += key + ":"
        add(entry.value, indent: indent, column: indent + key.unicodeScalars.count + 2)
    }

    /// Adds a value behind its key's colon or its dash.
    ///
    /// - Parameters:
    ///   - indent: of the key or dash.
    ///   - column: at which the value would start on the same line.
    private mutating func add(_ value: YamlOutline, indent: Int, column: Int) {
        if case .text(let content) = value {
            if isLiteral(content) { return addLiteral(content, indent: indent + 2) }
            if !fits(value, column: column), let words = foldable(content) {
                return addFolded(words, indent: indent + 2)
            }
            text += " " + yamlScalar(content) + "\n"
        } else if fits(value, column: column) {
            finish(value)
        } else {
            text += "\n"
            addLines(of: value, indent: indent + 2)
        }
    }

    private mutating func addLines(of value: YamlOutline, indent: Int) {
        switch value {
        case .list(let items): for item in items { addItem(item, indent: indent) }
        case .compact(let entries), .block(let entries): for entry in entries { add(entry, indent: indent) }
        case .pair(let key, let inner): add(YamlOutline.Entry(key, inner), indent: indent)
        case .text, .word: break
        }
    }

    private mutating func finish(_ value: YamlOutline) { text += " " + value.flowText + "\n" }

    private func fits(_ value: YamlOutline, column: Int) -> Bool {
        switch value {
        case .word, .list([]), .compact([]), .block([]): return true
        case .text(let content):
            return column + yamlScalar(content).unicodeScalars.count <= YamlLayout.lineWidth
        case .list, .pair, .compact, .block:
            return value.isFlowing && column + value.flowText.unicodeScalars.count <= YamlLayout.lineWidth
        }
    }

    private mutating func add(spaces count: Int) { text += String(repeating: " ", count: count) }
}

// MARK: Blocks of text

extension YamlLayout {
    /// Whether several lines can be written as they are: nothing at their ends that an editor would cut off,
    /// and a first line that shows the indentation.
    private func isLiteral(_ content: String) -> Bool {
        guard content.utf8.contains(0x0A), isBlockSafe(content), !content.hasSuffix("\n\n") else {
            return false
        }
        let lines = content.split(separator: "\n", omittingEmptySubsequences: false)
        let space = UInt8(ascii: " ")
        guard let first = content.utf8.first, first != space, first != 0x0A else { return false }
        return !lines.contains { $0.utf8.last == space }
    }

    private mutating func addLiteral(_ content: String, indent: Int) {
        let endsLine = content.hasSuffix("\n")
        text += endsLine ? " |\n" : " |-\n"
        let lines = content.split(separator: "\n", omittingEmptySubsequences: false)
        for line in endsLine ? lines.dropLast() : lines[...] {
            if !line.isEmpty { add(spaces: indent) }
            text += line + "\n"
        }
    }

    /// The words of a line that may be broken at each of its spaces; `nil` where a space would be lost.
    private func foldable(_ content: String) -> [Substring]? {
        guard isBlockSafe(content), !content.utf8.contains(0x0A) else { return nil }
        let words = content.split(separator: " ", omittingEmptySubsequences: false)
        return words.count > 1 && !words.contains(where: \.isEmpty) ? words : nil
    }

    private mutating func addFolded(_ words: [Substring], indent: Int) {
        text += " >-\n"
        var column = 0
        for word in words {
            let width = word.unicodeScalars.count
            if column > 0, column + 1 + width <= YamlLayout.lineWidth {
                text += " "
                column += 1
            } else {
                if column > 0 { text += "\n" }
                add(spaces: indent)
                column = indent
            }
            text += word
            column += width
        }
        text += "\n"
    }
}
