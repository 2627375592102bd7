internal import WritDiagnostics

/// Turns events into a ``YamlTree``, within the limits, and refuses what manifests do not use.
struct YamlTreeBuilder {
    /// The anchor and tag of a node.
    struct Properties {
        var anchor: String?
        var tag: String?
    }

    /// A collection that is not closed yet.
    private struct Open {
        var index: Int
        var isMapping: Bool
        /// Whether it has an anchor, of which the name is in `openAnchors`.
        var isAnchored: Bool
        var lastChild = -1
        var childCount = 0
        /// Levels of collections inside, aliases followed.
        var height = 1
        /// Nodes inside and itself, aliases followed.
        var size = 1
    }

    /// A node that aliases may repeat.
    private struct Anchor {
        var index: Int
        /// `nil` while the node is not closed.
        var extent: (height: Int, size: Int)?
    }

    let file: String
    let limits: ManifestLimits
    private(set) var tree = YamlTree()
    private(set) var diagnostics: [Diagnostic] = []
    /// Set when a limit is passed: the rest of the file is not read.
    private(set) var isDone = false
    private var stack: [Open] = []
    private var anchors: [String: Anchor] = [:]
    /// The anchors of collections that are not closed yet, by their node.
    private var openAnchors: [Int: String] = [:]
    private var nodeCount = 0

    /// - Parameter size: the file's, in bytes: what the tree is likely to need is set aside.
    init(file: String, size: Int, limits: ManifestLimits) {
        self.file = file
        self.limits = limits
        tree.text.reserveCapacity(size)
        tree.nodes.reserveCapacity(size / 8)
    }

    mutating func beginDocument(at start: YamlNode.Mark, to end: YamlNode.Mark, hasDirectives: Bool) {
        anchors = [:]
        tree.starts.append(start)
        if hasDirectives {
            report(
                "yaml.directive-forbidden", "directives are not used in manifests", start, start.next,
                help: "delete the lines that start with `%`")
        }
        if tree.roots.count == limits.documents {
            stop(
                "yaml.document-count", "the file has more than \(limits.documents) documents", start, end,
                help: "split the file")
        }
    }

    mutating func scalar(
        _ bytes: UnsafeBufferPointer<UInt8>, style: YamlNode.Style, properties: Properties?,
        from start: YamlNode.Mark, to end: YamlNode.Mark
    ) {
        if bytes.count > limits.key, let last = stack.last, last.isMapping,
            last.childCount.isMultiple(of: 2)
        {
            return stop(
                "yaml.key-size", "a key of \(bytes.count) bytes is longer than \(limits.key)", start, end,
                help: "shorten it")
        }
        if bytes.count > limits.scalar {
            return stop(
                "yaml.scalar-size", "a text of \(bytes.count) bytes is longer than \(limits.scalar)",
                start, end,
                help:
                    "shorten it; a policy's document can be a file of its own, `documentFile`, and SAML metadata `metadataFile`"
            )
        }
        var node = YamlNode(kind: .scalar, style: style, start: start, end: end)
        node.textStart = UInt32(tree.text.count)
        node.textLength = UInt32(bytes.count)
        tree.text.append(contentsOf: bytes)
        let index = append(node, height: 0, size: 1)
        apply(properties, to: index, extent: (0, 1))
    }

    mutating func begin(
        _ kind: YamlNode.Kind, style: YamlNode.Style, properties: Properties?,
        from start: YamlNode.Mark, to end: YamlNode.Mark
    ) {
        if stack.count == limits.depth {
            return stop(
                "yaml.depth", "more than \(limits.depth) levels of nesting", start, start.next,
                help: "look for brackets that are not closed: no manifest nests so deep")
        }
        let index = append(YamlNode(kind: kind, style: style, start: start, end: end), height: 0, size: 0)
        apply(properties, to: index, extent: nil)
        if let anchor = properties?.anchor { openAnchors[index] = anchor }
        stack.append(
            Open(index: index, isMapping: kind == .mapping, isAnchored: properties?.anchor != nil))
    }

    mutating func end(at end: YamlNode.Mark) {
        guard let open = stack.popLast() else { return }
        tree.nodes[open.index].end = end
        nodeCount += 1
        if open.isAnchored, let anchor = openAnchors.removeValue(forKey: open.index) {
            anchors[anchor]?.extent = (open.height, open.size)
        }
        if let last = stack.indices.last {
            stack[last].height = max(stack[last].height, open.height + 1)
            stack[last].size += open.size
        }
        if open.isMapping {
            diagnostics += tree.checkKeys(of: open.index, file: file)
        }
    }

    mutating func alias(to name: String, from start: YamlNode.Mark, to end: YamlNode.Mark) {
        var node = YamlNode(kind: .scalar, style: .plain, start: start, end: end)
        guard let anchor = anchors[name] else {
            report(
                "yaml.alias-undefined", "there is no anchor `&\(name)` before this alias", start, end,
                help: "put `&\(name)` before a value further up in this document, or quote `*\(name)`")
            node.isBroken = true
            _ = append(node, height: 0, size: 1)
            return
        }
        guard let extent = anchor.extent else {
            report(
                "yaml.alias-cyclic", "`*\(name)` stands inside the value that it repeats", start, end,
                note: ("the anchor is here", anchor.index), help: "write the value out")
            node.isBroken = true
            _ = append(node, height: 0, size: 1)
            return
        }
        if stack.count + extent.height > limits.depth {
            return stop(
                "yaml.depth", "`*\(name)` makes more than \(limits.depth) levels of nesting", start, end,
                help: "repeat less with aliases")
        }
        node.kind = .alias
        node.firstChild = Int32(anchor.index)
        _ = append(node, height: extent.height, size: extent.size)
    }

    /// Adds `node` to the collection that is open, or as a document's root.
    private mutating func append(_ node: YamlNode, height: Int, size: Int) -> Int {
        nodeCount += size
        if nodeCount + stack.count > limits.nodes {
            stop(
                "yaml.node-count", "the file has more than \(limits.nodes) values, aliases counted in full",
                node.start, node.end,
                help: node.kind == .alias ? "repeat less with aliases" : "split the file")
        }
        let index = tree.nodes.count
        tree.nodes.append(node)
        guard let last = stack.indices.last else {
            tree.roots.append(index)
            return index
        }
        if stack[last].lastChild < 0 {
            tree.nodes[stack[last].index].firstChild = Int32(index)
        } else {
            tree.nodes[stack[last].lastChild].nextSibling = Int32(index)
        }
        stack[last].lastChild = index
        stack[last].childCount += 1
        stack[last].height = max(stack[last].height, height + 1)
        stack[last].size += size
        return index
    }

    private mutating func apply(
        _ properties: Properties?, to index: Int, extent: (height: Int, size: Int)?
    ) {
        guard let properties else { return }
        let node = tree.nodes[index]
        if let tag = properties.tag {
            report(
                "yaml.tag-forbidden", "the tag `\(shortTag(tag))` is not used in manifests", node.start,
                node.kind == .scalar ? node.end : node.start.next,
                help: "delete the tag; the field says what type its value has")
            tree.nodes[index].isBroken = true
        }
        if let name = properties.anchor {
            if let earlier = anchors[name] {
                report(
                    "yaml.anchor-redefined", "the anchor `&\(name)` stands twice", node.start,
                    node.start.next, note: ("it stands first here", earlier.index),
                    help: "give the second anchor a name of its own")
            } else {
                anchors[name] = Anchor(index: index, extent: extent)
            }
        }
    }

    private mutating func stop(
        _ code: String, _ message: String, _ start: YamlNode.Mark, _ end: YamlNode.Mark, help: String
    ) {
        guard !isDone else { return }
        report(code, message, start, end, help: help)
        isDone = true
    }

    private mutating func report(
        _ code: String, _ message: String, _ start: YamlNode.Mark, _ end: YamlNode.Mark,
        note: (message: String, index: Int)? = nil, help: String? = nil
    ) {
        let notes = note.map { note in
            let start = tree.nodes[note.index].start
            return DiagnosticNote(
                note.message,
                at: SourceSpan(file: file, start: start.position, end: start.next.position))
        }
        diagnostics.append(
            Diagnostic(
                code, message,
                at: SourceSpan(file: file, start: start.position, end: end.position),
                notes: notes.map { [$0] } ?? [], help: help))
    }
}

/// `!!bool`, as most people write it, for `tag:yaml.org,2002:bool`.
private func shortTag(_ tag: String) -> String {
    let prefix = "tag:yaml.org,2002:"
    return tag.hasPrefix(prefix) ? "!!" + tag.dropFirst(prefix.count) : tag
}

extension YamlNode.Mark {
    /// One column further: the end of a span of one character.
    var next: YamlNode.Mark { .init(line: line, column: column + 1) }
}
