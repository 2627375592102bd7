internal import WritDiagnostics

/// One scalar, collection or alias of a ``YamlTree``; links are indices into the tree.
struct YamlNode: Sendable {
    enum Kind: UInt8 { case scalar, sequence, mapping, alias }
    enum Style: UInt8 { case plain, quoted, literal, folded, block, flow }

    var kind: Kind
    var style: Style
    /// Something about the node was reported already; what follows from it is not reported again.
    var isBroken = false
    /// The first item of a sequence, the first key of a mapping, the node an alias repeats; -1 for none.
    var firstChild: Int32 = -1
    /// The next item; after a key its value, after a value the next key; -1 for none.
    var nextSibling: Int32 = -1
    var textStart: UInt32 = 0
    var textLength: UInt32 = 0
    /// Lines and columns count from 1, columns in Unicode scalars.
    var start: Mark
    var end: Mark

    struct Mark: Hashable, Sendable {
        var line: UInt32
        var column: UInt32
    }
}

/// The documents of one file as a flat arena: nodes linked by index, texts in one array of bytes.
///
/// A tree costs two allocations however many nodes it has, and is `Sendable` without a copy.
struct YamlTree: Sendable {
    var nodes: ContiguousArray<YamlNode> = []
    var text: ContiguousArray<UInt8> = []
    /// The root of each document.
    var roots: [Int] = []
    /// Where each document starts: at its `---`, or its first word.
    var starts: [YamlNode.Mark] = []

    /// The node at `index`, an alias replaced by what it repeats.
    subscript(index: Int) -> YamlNode {
        let node = nodes[index]
        return node.kind == .alias ? nodes[Int(node.firstChild)] : node
    }

    /// The items of a sequence, or keys and values in turn; none for a scalar.
    func children(of index: Int) -> ChildIndices {
        let node = self[index]
        return ChildIndices(nodes: nodes, upcoming: node.kind == .scalar ? -1 : node.firstChild)
    }

    /// The scalar's bytes after escapes and folding.
    func bytes(of index: Int) -> ArraySlice<UInt8> {
        let node = self[index]
        let start = Int(node.textStart)
        return ArraySlice(text[start..<start + Int(node.textLength)])
    }

    /// The scalar's text after escapes and folding.
    func string(of index: Int) -> String {
        let node = self[index]
        let start = Int(node.textStart)
        return text.withUnsafeBufferPointer { bytes in
            let part = UnsafeBufferPointer(rebasing: bytes[start..<start + Int(node.textLength)])
            return String(decoding: part, as: UTF8.self)
        }
    }

    /// Whether the scalar is plain and empty: a key with nothing after it.
    func isAbsent(_ index: Int) -> Bool {
        let node = self[index]
        return node.kind == .scalar && node.style == .plain && node.textLength == 0
    }
}

/// The indices of a collection's children, in order.
struct ChildIndices: Sequence, IteratorProtocol {
    private let nodes: ContiguousArray<YamlNode>
    private var upcoming: Int32

    init(nodes: ContiguousArray<YamlNode>, upcoming: Int32) {
        self.nodes = nodes
        self.upcoming = upcoming
    }

    mutating func next() -> Int? {
        guard upcoming >= 0 else { return nil }
        let index = Int(upcoming)
        upcoming = nodes[index].nextSibling
        return index
    }
}

extension YamlNode {
    /// Where the node stands in `file`.
    func span(in file: String) -> SourceSpan {
        SourceSpan(file: file, start: start.position, end: end.position)
    }
}

extension YamlNode.Mark {
    var position: SourcePosition { SourcePosition(line: Int(line), column: Int(column)) }
}
