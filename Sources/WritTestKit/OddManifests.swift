package import WritManifest
package import WritModel

/// Manifests as many hands would write them: lists in brackets and with dashes, quotes of all sorts, anchors,
/// other indentation, keys in any order, and comments everywhere.
///
/// The same seed gives the same texts.
package struct OddManifests: Sendable {
    /// The manifest files.
    package private(set) var files: [ManifestFile] = []
    /// The documents that lie in files of their own.
    package private(set) var documents: [String: DocumentFile] = [:]
    private var random: SplitMix64
    private var lastComment = 0
    /// Of the object that is being written: values with their anchors.
    private var anchors: [(value: YamlOutline, name: String)] = []
    private var step = 2

    /// The manifests of `state`.
    package init(of state: DesiredState, seed: UInt64) {
        random = SplitMix64(seed: seed)
        var open = state.objects.values.sorted { $0.address < $1.address }.shuffled(using: &random)
        while !open.isEmpty {
            let objects = Array(open.prefix(1 + random.below(4)))
            open.removeFirst(objects.count)
            add(objects, to: "iam/file-\(files.count).yaml")
        }
    }

    private mutating func add(_ objects: [DesiredObject], to path: String) {
        var text = random.chance(30) ? comment(0) + "\n" : ""
        if random.chance(30) { text += "---\n" }
        for (index, object) in objects.enumerated() {
            if index > 0 { text += random.chance(20) ? "--- " + trailing() : "---\n" }
            step = random.pick([2, 2, 3, 4])
            anchors = []
            text += block(entries(of: object), indent: 0, mayReorder: random.chance(20))
            if random.chance(20) { text += comment(0) }
        }
        if random.chance(15) { text = text.replacingLineEnds() }
        if random.chance(10), text.hasSuffix("\n"), !text.hasSuffix("\r\n") { text.removeLast() }
        files.append(ManifestFile(path: path, bytes: Array(text.utf8)))
    }

    // MARK: Objects

    private mutating func entries(of object: DesiredObject) -> [YamlOutline.Entry] {
        var metadata = [YamlOutline.Entry("name", .text(object.address.name))]
        if random.chance(30) {
            metadata.append(.init("labels", .compact([.init("owner", .text("security"))])))
        }
        var spec: [YamlOutline.Entry] = []
        for (field, value) in object.fields {
            if field == .document, case .scalar(.document(let document)) = value {
                spec.append(self.document(document, of: object))
                continue
            }
            let path = field.rawValue.split(separator: ".").map(String.init)
            guard path.count == 2 else {
                spec.append(.init(path[0], YamlOutline(value)))
                continue
            }
            let inner = YamlOutline.Entry(path[1], YamlOutline(value))
            if let last = spec.indices.last, spec[last].key == path[0],
                case .compact(let entries) = spec[last].value
            {
                spec[last].value = .compact(entries + [inner])
            } else {
                spec.append(.init(path[0], .compact([inner])))
            }
        }
        if let list = object.members { spec.append(.init("members", YamlOutline(list))) }
        if let list = object.groups { spec.append(.init("groups", YamlOutline(list))) }
        if let list = object.policies { spec.append(.init("policies", YamlOutline(list))) }
        let start: [YamlOutline.Entry] = [
            .init("apiVersion", .text("writ/v1")), .init("kind", .text(object.address.kind.manifestName)),
            .init("metadata", .compact(metadata)),
        ]
        return start + (spec.isEmpty ? [] : [.init("spec", .block(spec))])
    }

    private mutating func document(_ document: PolicyDocument, of object: DesiredObject) -> YamlOutline.Entry
    {
        let path = "documents/\(object.address.name)"
        switch random.below(5) {
        case 0:
            documents[path + ".json"] = DocumentFile(bytes: Array(document.json.prettyText.utf8))
            return .init("documentFile", .text("../\(path).json"))
        case 1:
            let entries = document.json.members?.map { YamlOutline.Entry($0.name, .init(document: $0.value)) }
            let text = block(entries ?? [], indent: 0, mayReorder: false)
            documents[path + ".yaml"] = DocumentFile(bytes: Array(text.utf8))
            return .init("documentFile", .text("../\(path).yaml"))
        case 2: return .init("document", .text(document.json.prettyText))
        default: return .init("document", YamlOutline(document: document.json))
        }
    }
}

// MARK: Layout

extension OddManifests {
    private mutating func comment(_ indent: Int) -> String {
        lastComment += 1
        return spaces(indent) + "# note \(lastComment): it's \"so\" - [x]\n"
    }

    /// A comment at the end of a line, or nothing, with the line's end.
    private mutating func trailing() -> String {
        guard random.chance(35) else { return "\n" }
        return random.pick([" ", "  ", "    "]) + comment(0)
    }

    private mutating func block(
        _ entries: [YamlOutline.Entry], indent: Int, mayReorder: Bool, isFirstPlaced: Bool = false
    ) -> String {
        var text = ""
        let ordered = mayReorder && anchors.isEmpty ? entries.shuffled(using: &random) : entries
        for (index, entry) in ordered.enumerated() {
            if !(isFirstPlaced && index == 0) {
                if random.chance(8) { text += "\n" }
                if random.chance(25) { text += comment(indent) }
                text += spaces(indent)
            }
            text += yamlScalar(entry.key) + ":" + value(entry.value, indent: indent)
        }
        return text
    }

    /// What follows a key's colon, up to and with the line's end.
    private mutating func value(_ value: YamlOutline, indent: Int) -> String {
        if let known = anchors.first(where: { $0.value == value }), random.chance(70) {
            return " *\(known.name)" + trailing()
        }
        let anchor = anchor(for: value)
        switch value {
        case .text(let text) where text.contains("\n") && isBlock(text) && random.chance(70):
            return anchor + literal(text, indent: indent)
        case .text(let text): return anchor + " " + scalar(text, inFlow: false) + trailing()
        case .word(let word): return anchor + " " + word + trailing()
        case .list(let items): return anchor + list(items, indent: indent)
        case .pair: return anchor + " " + flow(value) + trailing()
        case .compact(let entries) where random.chance(60) || entries.isEmpty:
            return anchor + " " + flow(value) + trailing()
        case .compact(let entries), .block(let entries):
            if entries.isEmpty { return anchor + " {}" + trailing() }
            return anchor + trailing() + block(entries, indent: indent + step, mayReorder: false)
        }
    }

    private mutating func anchor(for value: YamlOutline) -> String {
        let isWorthIt: Bool =
            switch value {
            case .text(let text): text.count > 3
            case .word, .block: false
            case .list(let items): !items.isEmpty
            case .compact, .pair: false
            }
        guard isWorthIt, random.chance(30), !anchors.contains(where: { $0.value == value }) else { return "" }
        let name = "a\(anchors.count)"
        anchors.append((value, name))
        return " &\(name)"
    }

    private mutating func list(_ items: [YamlOutline], indent: Int) -> String {
        let hasBlocks = items.contains { if case .block = $0 { true } else { false } }
        switch random.below(items.isEmpty ? 1 : hasBlocks ? 6 : 4) {
        case 0: return " " + flow(.list(items)) + trailing()
        case 1 where !hasBlocks:
            var text = " [" + trailing()
            for (index, item) in items.enumerated() {
                if random.chance(15) { text += comment(indent + step) }
                let comma = index + 1 < items.count || random.chance(50) ? "," : ""
                text += spaces(indent + step) + flow(item) + comma + trailing()
            }
            return text + spaces(indent + (indent == 0 ? 1 : 0)) + "]" + trailing()
        default:
            let column = indent + random.pick([0, 2, step])
            var text = trailing()
            for item in items {
                if random.chance(20) { text += comment(column) }
                text += spaces(column) + "- " + self.item(item, column: column)
            }
            return text
        }
    }

    private mutating func item(_ item: YamlOutline, column: Int) -> String {
        switch item {
        case .compact(let entries) where random.chance(40), .block(let entries):
            return block(entries, indent: column + 2, mayReorder: false, isFirstPlaced: true)
        default: return flow(item, inFlow: false) + trailing()
        }
    }

    private mutating func flow(_ value: YamlOutline, inFlow: Bool = true) -> String {
        switch value {
        case .text(let text): return scalar(text, inFlow: inFlow)
        case .word(let word): return word
        case .list(let items):
            let pad = random.chance(20) && !items.isEmpty ? " " : ""
            return "[" + pad + items.map { flow($0) }.joined(separator: ", ") + pad + "]"
        case .pair(let key, let value): return "{" + key + ": " + flow(value) + "}"
        case .compact(let entries), .block(let entries):
            let parts = entries.map { yamlScalar($0.key, inFlow: true) + ": " + flow($0.value) }
            return "{" + parts.joined(separator: ", ") + "}"
        }
    }

    private mutating func scalar(_ text: String, inFlow: Bool) -> String {
        let safe = yamlScalar(text, inFlow: inFlow)
        guard safe == text else { return safe }
        switch random.below(5) {
        case 0:
            return "'\(text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))'"
        case 1 where !text.contains("\"") && !text.contains("\\"): return "\"\(text)\""
        default: return safe
        }
    }

    private func isBlock(_ text: String) -> Bool {
        text != "\n" && !text.hasPrefix(" ") && !text.hasSuffix("\n\n") && !text.contains("\n ")
            || text.hasPrefix("{")
    }

    private mutating func literal(_ text: String, indent: Int) -> String {
        let isEnded = text.hasSuffix("\n")
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if isEnded { lines.removeLast() }
        return (isEnded ? " |" : " |-") + trailing()
            + lines.map { $0.isEmpty ? "\n" : spaces(indent + step) + $0 + "\n" }.joined()
    }

    private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }
}

extension String {
    /// The text with the line ends of Windows.
    fileprivate func replacingLineEnds() -> String {
        split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    }
}
