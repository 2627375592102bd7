internal import WritModel

/// How a text in a file is quoted.
enum Quoting: Hashable {
    case plain, single, double, json
}

/// `text` on one line, quoted as wanted where that can say it, so that it reads back exactly.
func scalarText(_ text: String, _ quoting: Quoting, inFlow: Bool) -> String {
    let safest = yamlScalar(text, inFlow: inFlow)
    switch quoting {
    case .json: return JSONValue.string(text).compactText
    case .plain: return safest
    case .single:
        if safest.hasPrefix("\""), safest.utf8.contains(UInt8(ascii: "\\")) { return safest }
        return "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
            + "'"
    case .double:
        if safest.hasPrefix("\"") { return safest }
        var result = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" || scalar == "\\" { result += "\\" }
            result.unicodeScalars.append(scalar)
        }
        return result + "\""
    }
}

extension YamlSource {
    /// How a scalar is quoted.
    func quoting(of node: Int) -> Quoting {
        if isJSON { return .json }
        let start = contentStart(of: node)
        guard self.node(node).kind == .scalar, start < bytes.count else { return .plain }
        return switch bytes[start] {
        case UInt8(ascii: "'"): .single
        case UInt8(ascii: "\""): .double
        default: .plain
        }
    }

    /// How a new item beside others is quoted: as they are, where they are all quoted alike.
    func quotingOfItems(in list: Int) -> Quoting {
        if isJSON { return .json }
        let all = Set(children(of: list).map { quoting(of: $0) })
        return all.count == 1 ? all.first ?? .plain : .plain
    }

    /// The value of a node with all that it repeats, to be written somewhere else.
    func outline(of node: Int) -> YamlOutline {
        let resolved = tree[node]
        switch resolved.kind {
        case .mapping:
            var entries: [YamlOutline.Entry] = []
            var key: Int?
            for child in tree.children(of: node) {
                if let name = key {
                    entries.append(.init(tree.string(of: name), outline(of: child)))
                    key = nil
                } else {
                    key = child
                }
            }
            return .compact(entries)
        case .sequence: return .list(tree.children(of: node).map { outline(of: $0) })
        case .scalar, .alias:
            let text = tree.string(of: node)
            // Typed by its looks: a number, a boolean, a date.
            return resolved.style == .plain && PlainReading(text) != nil ? .word(text) : .text(text)
        }
    }

    /// A value on one line as this text writes it.
    func flowText(_ value: YamlOutline, quoting: Quoting = .plain, inFlow: Bool = true) -> String {
        if isJSON { return value.json.spacedText }
        if case .text(let text) = value { return scalarText(text, quoting, inFlow: inFlow) }
        return value.flowText
    }
}

extension YamlOutline {
    /// The value as JSON.
    var json: JSONValue {
        switch self {
        case .text(let text): .string(text)
        case .word("true"): true
        case .word("false"): false
        case .word(let word): Int(word) == nil ? .string(word) : .number(word)
        case .list(let items): .array(items.map(\.json))
        case .pair(let key, let value): .object([JSONValue.Member(key, value.json)])
        case .compact(let entries), .block(let entries):
            .object(entries.map { JSONValue.Member($0.key, $0.value.json) })
        }
    }
}
