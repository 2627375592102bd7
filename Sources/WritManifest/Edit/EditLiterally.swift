package import WritDiagnostics
package import WritModel

extension EditedManifests {
    /// Edits an object's document as it is written, in its manifest or in the file that the manifest names.
    ///
    /// - Parameter source: where the object stood when the edits were worked out: its file counts, not its lines.
    /// - Throws: ``EditFailure`` where an edit cannot be made in place; nothing is edited then.
    package mutating func edit(
        _ edits: [DocumentEdit], field: Field, of address: Address, at source: ObjectSource
    ) throws(EditFailure) {
        if field == .document, let path = source.files[.document] {
            guard let bytes = documents[path] else {
                throw EditFailure("there is no file `\(path)`", at: source.name)
            }
            documents[path] = try editedDocument(bytes, path: path, by: edits)
            return
        }
        let path = source.name.file
        let parsed = parseFile(ManifestFile(path: path, bytes: files[path] ?? []))
        guard let draft = parsed.drafts.first(where: { $0.object.address == address }),
            var segments = ManifestSegments(
                files[path] ?? [], documents: parsed.drafts.count + parsed.checks.count),
            let yaml = YamlSource(segments.bytes(ofDocument: draft.document), file: path)
        else { throw EditFailure("the manifest of `\(address)` cannot be edited in place", at: source.name) }
        var editor = YamlEditor(yaml)
        let place = [YamlStep.key("spec"), .key(field.rawValue)]
        guard let node = try editor.own(place, forChangeInside: false) else {
            throw EditFailure("`\(address)` has no `\(field.rawValue)`", at: source.name)
        }
        if editor.source.tree[node].kind == .scalar {
            let old = Array(editor.source.tree.bytes(of: node))
            let new = try editedDocument(old, path: "\(path).json", by: edits)
            try editor.set(
                ["spec", field.rawValue], .text(String(decoding: new, as: UTF8.self)), order: { _ in [] })
        } else {
            try editor.makeEdits(edits, of: place)
        }
        segments.replace(document: draft.document, by: editor.source.bytes)
        files[path] = segments.joined(without: [])
    }

    /// Takes a comment out, with its line where nothing else stands there.
    ///
    /// - Throws: ``EditFailure`` where no comment starts there.
    package mutating func removeComment(at span: SourceSpan) throws(EditFailure) {
        guard let bytes = files[span.file] else {
            throw EditFailure("there is no file `\(span.file)`", at: span)
        }
        let index = SourceIndex(bytes)
        var start = index.offset(
            YamlNode.Mark(
                line: UInt32(clamping: span.start.line), column: UInt32(clamping: span.start.column)))
        guard start < bytes.count, bytes[start] == UInt8(ascii: "#") else {
            throw EditFailure("there is no comment", at: span)
        }
        var end = index.lineEnd(at: start)
        if index.isFirst(onLine: start) {
            start = index.lineStart(at: start)
            end = index.nextLine(after: start)
        } else {
            while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
        }
        files[span.file] = bytes.applying([TextEdit(start..<end, [])])
    }
}

/// The text of a policy document after edits, everything else as it was written.
///
/// - Throws: ``EditFailure`` where an edit cannot be made in place.
package func editedDocument(
    _ bytes: [UInt8], path: String, by edits: [DocumentEdit]
) throws(EditFailure) -> [UInt8] {
    let isJSON = !(path.hasSuffix(".yaml") || path.hasSuffix(".yml"))
    guard let source = YamlSource(bytes, file: path, isJSON: isJSON) else {
        throw EditFailure("the document cannot be edited in place", at: SourceSpan(startOf: path))
    }
    var editor = YamlEditor(source)
    try editor.makeEdits(edits, of: [])
    return editor.source.bytes
}

extension YamlEditor {
    /// Makes edits one by one; the value has to be what the edits make of the value before.
    fileprivate mutating func makeEdits(
        _ edits: [DocumentEdit], of root: [YamlStep]
    ) throws(EditFailure) {
        for edit in edits.compatible {
            let wanted = json(at: root)?.applying(edit)
            try make(edit, at: root + edit.path.steps.map(YamlStep.init))
            guard let made = json(at: root), made.texts == wanted?.texts else {
                throw EditFailure("this cannot be edited in place", at: source.span(source.root))
            }
        }
    }

    private mutating func make(_ edit: DocumentEdit, at path: [YamlStep]) throws(EditFailure) {
        guard let last = path.last else {
            throw EditFailure("a whole document is not edited", at: source.span(source.root))
        }
        let parent = Array(path.dropLast())
        switch (edit, last) {
        case (.set(_, let value), .key(let key)):
            try setEntry(key, YamlOutline(document: value), at: parent, order: documentKeys)
        case (.set(_, let value), .item(let position)):
            try replaceItem(at: position, of: parent, by: YamlOutline(document: value))
        case (.remove, .key(let key)): try setEntry(key, nil, at: parent, order: [])
        case (.remove, .item(let position)): try removeItem(at: position, of: parent)
        case (.append(_, let value), _):
            guard let list = try own(path, forChangeInside: true) else { return }
            try insert(YamlOutline(document: value), at: source.children(of: list).count, of: path)
        case (.rename(_, let name), .key(let key)): try rename(key, to: name, in: parent)
        case (.rename, .item): throw EditFailure("an item has no name", at: source.span(source.root))
        }
    }

    private mutating func rename(_ key: String, to name: String, in path: [YamlStep]) throws(EditFailure) {
        guard let mapping = try own(path, forChangeInside: true), let entry = source.entry(key, of: mapping)
        else { return }
        let range = source.range(of: entry.key)
        let text = source.flowText(.text(name), quoting: source.quoting(of: entry.key))
        try apply([source.index.edit(range, text)], at: entry.key)
    }

    private func json(at path: [YamlStep]) -> JSONValue? {
        var node = source.root
        for step in path {
            if source.node(node).kind == .alias { node = Int(source.node(node).firstChild) }
            switch step {
            case .key(let name):
                guard let entry = source.entry(name, of: node) else { return nil }
                node = entry.value
            case .item(let position):
                let items = source.children(of: node)
                guard items.indices.contains(position) else { return nil }
                node = items[position]
            }
        }
        return source.outline(of: node).json
    }
}

extension YamlStep {
    fileprivate init(_ step: ElementPath.Step) {
        switch step {
        case .member(let name): self = .key(name)
        case .item(let index): self = .item(index)
        }
    }
}

extension JSONValue {
    /// The value with every number and boolean as its text: what is quoted and what is not means the same in a document.
    fileprivate var texts: JSONValue {
        switch self {
        case .number(let text): .string(text)
        case .boolean(let flag): .string(flag ? "true" : "false")
        case .null, .string: self
        case .array(let items): .array(items.map(\.texts))
        case .object(let members):
            .object(members.map { Member($0.name, $0.value.texts) }.sorted { $0.name < $1.name })
        }
    }
}
