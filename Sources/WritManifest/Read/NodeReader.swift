internal import WritDiagnostics
internal import WritModel

/// How many diagnostics of one file are told: a hostile file has as many mistakes as it has bytes, and to
/// say where one is costs as much as the file is long.
let mostDiagnostics = 500

/// Takes typed values out of a file's tree and collects what is wrong with them.
///
/// Every reading method answers `nil` after it has reported why, so that callers report nothing further.
struct NodeReader {
    let tree: YamlTree
    let file: String
    let bytes: [UInt8]
    /// Where hidden characters were reported already.
    let hidden: [SourceSpan]
    private(set) var diagnostics: [Diagnostic] = []
    /// Whether there were more than the diagnostics that are kept.
    private(set) var isOverfull = false
    /// Where certificates and public keys stand, which look like secrets.
    var certified: [SourceSpan] = []
    /// What the items of the field that is read name.
    var fieldMentions: [Mention] = []
    /// The manifests that declare no object.
    var checks: [AccessCheck] = []

    init(_ source: YamlFile) {
        tree = source.tree
        file = source.file
        bytes = source.bytes
        hidden = source.hidden
    }

    /// Where the node stands.
    func span(_ node: Int) -> SourceSpan { tree[node].span(in: file) }

    /// Where the slot's value stands; its key, or the list's dash, where the value is absent.
    func span(_ slot: Slot) -> SourceSpan {
        guard tree.isAbsent(slot.node) else { return span(slot.node) }
        if let key = slot.key { return span(key) }
        let place = span(slot.node)
        guard place.start.column > 1 else { return place }
        let dash = SourcePosition(line: place.start.line, column: place.start.column - 1)
        return SourceSpan(file: file, start: dash, end: place.start)
    }

    /// Where the slot is introduced: its key, or the value where it has none.
    func keySpan(_ slot: Slot) -> SourceSpan { slot.key.map { span($0) } ?? span(slot) }

    /// The first character of a collection, or a scalar's text.
    func firstLine(of node: Int) -> SourceSpan {
        var place = span(node)
        guard place.end.line > place.start.line else { return place }
        place.end = SourcePosition(line: place.start.line, column: place.start.column + 1)
        return place
    }

    mutating func report(
        _ code: String, _ message: String, at span: SourceSpan, notes: [DiagnosticNote] = [],
        help: String? = nil
    ) {
        add(Diagnostic(code, message, at: span, notes: notes, help: help))
    }

    /// Keeps the first diagnostics of a file, and every secret, so that none is shown beside another.
    mutating func add(_ diagnostic: Diagnostic) {
        if diagnostics.count < mostDiagnostics || diagnostic.isSecret {
            diagnostics.append(diagnostic)
        } else {
            isOverfull = true
        }
    }

    /// The keys and values of a mapping that was checked to be one.
    func entries(of slot: Slot) -> [Slot] {
        var slots: [Slot] = []
        slots.reserveCapacity(tree.childCount(of: slot.node) / 2)
        var key: Int?
        for child in tree.children(of: slot.node) {
            if let name = key {
                slots.append(Slot(tree.string(of: name), key: name, node: child))
                key = nil
            } else {
                key = child
            }
        }
        return slots
    }

    /// The entries of a mapping.
    mutating func mapping(_ slot: Slot) -> [Slot]? {
        let node = tree[slot.node]
        if node.kind == .mapping { return entries(of: slot) }
        guard !node.isBroken else { return nil }
        if isNull(slot) {
            null(slot, help: "write its fields below it, or delete the key")
            return nil
        }
        var help = "write its fields below it, each as `key: value`"
        if node.kind == .scalar, tree.string(of: slot.node).contains(":\u{A0}") {
            help = "U+00A0 is not a space; type an ordinary one after the colon"
        }
        report(
            "yaml.not-a-mapping", "`\(path(slot))` takes a mapping", at: firstLine(of: slot.node), help: help)
        return nil
    }

    /// Whether the value is absent or one of YAML's plain words for nothing; an alias that could not be
    /// followed is neither.
    func isNull(_ slot: Slot) -> Bool {
        let node = tree[slot.node]
        guard node.kind == .scalar, node.style == .plain, !node.isBroken else { return false }
        return node.textLength == 0 || isNullWord(tree.string(of: slot.node))
    }

    mutating func null(_ slot: Slot, help: String) {
        report(
            "type.null", "`\(path(slot))` has no value", at: span(slot),
            help: slot.isItem ? "write the item, or delete it" : help)
    }

    /// What stands in a slot, for "takes … but this is …".
    func description(_ slot: Slot) -> String {
        switch tree[slot.node].kind {
        case .mapping: "a mapping"
        case .sequence: "a list"
        case .scalar, .alias: "a text"
        }
    }
}
