internal import WritDiagnostics

/// A key of a mapping with its value, by their nodes.
struct YamlEntry: Hashable {
    let key: Int
    let value: Int
}

/// A text of one YAML document with its tree: what edits are worked out on.
///
/// Nodes are given as they stand: an alias is an alias here, not what it repeats.
struct YamlSource: Sendable {
    let file: String
    let bytes: [UInt8]
    let tree: YamlTree
    let index: SourceIndex
    /// The comments, each from its `#` to the end of its line, in order.
    let comments: [Range<Int>]
    /// The text is JSON: what is put in has to be JSON as well.
    let isJSON: Bool

    /// Reads `bytes`; `nil` where they hold anything that YAML or Writ refuses, or not one document.
    init?(_ bytes: [UInt8], file: String, isJSON: Bool = false, limits: ManifestLimits = ManifestLimits()) {
        let yaml = readYaml(bytes, file: file, limits: limits)
        guard !yaml.isCut, !yaml.diagnostics.hasErrors, yaml.tree.roots.count == 1 else { return nil }
        self.file = file
        self.bytes = bytes
        self.tree = yaml.tree
        self.index = SourceIndex(bytes)
        self.comments = findComments(in: yaml.tree, index)
        self.isJSON = isJSON
    }

    /// The document's root.
    var root: Int { tree.roots[0] }

    /// The node as it stands, an alias unresolved.
    func node(_ index: Int) -> YamlNode { tree.nodes[index] }

    /// The children as they stand; none for scalars and aliases.
    func children(of node: Int) -> [Int] {
        let kind = self.node(node).kind
        return kind == .mapping || kind == .sequence ? Array(tree.children(of: node)) : []
    }

    /// The entries of a mapping in order; none for anything else.
    func entries(of mapping: Int) -> [YamlEntry] {
        guard node(mapping).kind == .mapping else { return [] }
        let children = children(of: mapping)
        return stride(from: 0, to: children.count - 1, by: 2).map {
            YamlEntry(key: children[$0], value: children[$0 + 1])
        }
    }

    /// The entry of that key.
    func entry(_ name: String, of mapping: Int) -> YamlEntry? {
        entries(of: mapping).first { tree.string(of: $0.key) == name }
    }

    /// Where the node starts, its anchor counted in.
    func start(of node: Int) -> Int { index.offset(self.node(node).start) }

    /// Where the node's own text starts: after its anchor, and the comments and line ends behind that.
    func contentStart(of node: Int) -> Int {
        var offset = start(of: node)
        guard offset < bytes.count, bytes[offset] == UInt8(ascii: "&"), self.node(node).kind != .alias else {
            return offset
        }
        while offset < bytes.count, !isSpace(bytes[offset]) { offset += 1 }
        while offset < bytes.count {
            if isSpace(bytes[offset]) {
                offset += 1
            } else if bytes[offset] == UInt8(ascii: "#") {
                offset = index.lineEnd(at: offset)
            } else {
                break
            }
        }
        return offset
    }

    /// Where the node's text ends: no comment, blank line or line end behind it is counted in.
    func end(of node: Int) -> Int {
        let raw = self.node(node)
        let end = index.offset(raw.end)
        switch (raw.kind, raw.style) {
        case (.scalar, .literal), (.scalar, .folded):
            let start = start(of: node)
            var last = end
            while last > start, isSpace(bytes[last - 1]) { last -= 1 }
            return index.lineEnd(at: last)
        case (.scalar, _), (.alias, _), (_, .flow): return end
        default: return children(of: node).last.map { self.end(of: $0) } ?? end
        }
    }

    /// The node's text with its anchor.
    func range(of node: Int) -> Range<Int> { start(of: node)..<max(start(of: node), end(of: node)) }

    /// The comments that start in `range`.
    func comments(in range: Range<Int>) -> [Range<Int>] {
        comments.filter { range.contains($0.lowerBound) }
    }

    /// The place of the node, for messages.
    func span(_ node: Int) -> SourceSpan { self.node(node).span(in: file) }

    /// The node after the last one inside `node`: nodes are numbered in the order of the text.
    func firstNodeAfter(_ node: Int) -> Int {
        var last = node
        while let child = children(of: last).last { last = child }
        return last + 1
    }
}

/// Whether a byte is a space, a tab or part of a line end.
func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

/// The comments of a text. Between scalars stand only white space, indicators, anchors and comments, so
/// that every `#` there starts one.
func findComments(in tree: YamlTree, _ index: SourceIndex) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var from = 0
    func scan(to end: Int) {
        var offset = from
        while offset < end {
            guard index.bytes[offset] == UInt8(ascii: "#") else {
                offset += 1
                continue
            }
            let last = index.lineEnd(at: offset)
            found.append(offset..<last)
            offset = max(last, offset + 1)
        }
    }
    for node in tree.nodes where node.kind == .scalar || node.kind == .alias {
        let start = index.offset(node.start)
        guard start >= from else { continue }
        scan(to: start)
        from = max(from, index.offset(node.end))
        if node.style == .literal || node.style == .folded {
            // The line of `|` or `>` may end in a comment; an anchor may stand before it.
            var mark = start
            while mark < from, index.bytes[mark] != UInt8(ascii: "|"), index.bytes[mark] != UInt8(ascii: ">")
            {
                mark += 1
            }
            let header = mark..<min(index.lineEnd(at: mark), from)
            if let hash = header.first(where: { index.bytes[$0] == UInt8(ascii: "#") }) {
                found.append(hash..<header.upperBound)
            }
        }
    }
    scan(to: index.bytes.count)
    return found
}
