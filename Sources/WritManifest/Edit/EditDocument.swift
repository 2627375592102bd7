internal import WritModel

extension ObjectEditor {
    /// Brings the policy document at `path` to `document`.
    mutating func editDocument(at path: [String], to document: PolicyDocument) throws(EditFailure) {
        let place = path.map(YamlStep.key)
        guard let node = try editor.own(place, forChangeInside: false) else { return }
        guard editor.source.tree[node].kind == .scalar else {
            return try editor.reconcile(place, with: document.json)
        }
        let old = Array(editor.source.tree.bytes(of: node))
        let new = String(decoding: editedJSON(old, to: document, file: editor.source.file), as: UTF8.self)
        try editor.set(path, .text(new), order: order)
    }
}

/// JSON text brought to `document`, what stays the same left as it is written.
func editedJSON(_ bytes: [UInt8], to document: PolicyDocument, file: String) -> [UInt8] {
    let whole = Array(document.json.prettyText.utf8)
    guard let source = YamlSource(bytes, file: file, isJSON: true) else { return whole }
    var editor = YamlEditor(source)
    do throws(EditFailure) {
        try editor.reconcile([], with: document.json)
    } catch {
        return whole
    }
    // JSON and YAML differ in corners such as `\/`: what does not read back is written anew.
    guard let json = try? JSONValue(parsing: editor.source.bytes), PolicyDocument(json) == document else {
        return whole
    }
    return editor.source.bytes
}

extension YamlEditor {
    /// Brings a value of a policy document to what means the same as `new`.
    ///
    /// - Parameter element: the member of a statement that the value is or lies in; `nil` above.
    mutating func reconcile(
        _ path: [YamlStep], with new: JSONValue, element: String? = nil
    ) throws(EditFailure) {
        guard let node = try own(path, forChangeInside: false) else { return }
        let old = source.outline(of: node).json
        guard !isSame(old, new, element) else { return }
        switch (old, new) {
        case (.object(let before), .object(let after)) where !before.isEmpty && !after.isEmpty:
            try reconcile(path, before, after, element)
        case (.array(let before), .array(let after)) where !before.isEmpty && !after.isEmpty:
            try reconcile(path, before, after, element)
        default: try replace(path, by: new)
        }
    }

    private mutating func replace(_ path: [YamlStep], by new: JSONValue) throws(EditFailure) {
        let value = YamlOutline(document: new)
        switch path.last {
        case .key(let key):
            try setEntry(key, value, at: Array(path.dropLast()), order: [])
        case .item(let position):
            try replaceItem(at: position, of: Array(path.dropLast()), by: value)
        case nil:
            throw EditFailure("this document cannot be edited in place", at: source.span(source.root))
        }
    }

    private mutating func reconcile(
        _ path: [YamlStep], _ before: [JSONValue.Member], _ after: [JSONValue.Member], _ element: String?
    ) throws(EditFailure) {
        func isOne(_ a: JSONValue.Member, _ b: JSONValue.Member) -> Bool {
            element == nil ? a.name.lowercased() == b.name.lowercased() : a.name == b.name
        }
        for member in after {
            let name = before.first { isOne($0, member) }?.name
            let inner = element ?? (path.isStatement ? member.name.lowercased() : nil)
            if let name {
                try reconcile(path + [.key(name)], with: member.value, element: inner)
            } else {
                let value = YamlOutline(document: member.value)
                try setEntry(member.name, value, at: path, order: documentKeys)
            }
        }
        for member in before where !after.contains(where: { isOne($0, member) }) {
            try setEntry(member.name, nil, at: path, order: [])
        }
    }

    private mutating func reconcile(
        _ path: [YamlStep], _ before: [JSONValue], _ after: [JSONValue], _ element: String?
    ) throws(EditFailure) {
        let isStatements = element == nil && path.isStatements
        func isOne(_ a: JSONValue, _ b: JSONValue) -> Bool {
            isStatements ? PolicyDocument.isSameStatement(a, b) : isSame(.array([a]), .array([b]), element)
        }
        // What means the same stays; of the rest, statements that look alike are brought to each other.
        var open = after.filter { new in !before.contains { isOne($0, new) } }
        var gone = before.indices.filter { index in !after.contains { isOne(before[index], $0) } }
        if isStatements {
            for index in gone {
                guard let match = open.firstIndex(where: { isAlike(before[index], $0) }) else { continue }
                try reconcile(path + [.item(index)], with: open.remove(at: match))
                gone.removeAll { $0 == index }
            }
        }
        for (added, item) in open.enumerated() {
            try insert(YamlOutline(document: item), at: before.count + added, of: path)
        }
        for index in gone.reversed() { try removeItem(at: index, of: path) }
    }

    /// Whether two values of a document mean the same.
    private func isSame(_ a: JSONValue, _ b: JSONValue, _ element: String?) -> Bool {
        guard let element else { return PolicyDocument(a) == PolicyDocument(b) }
        return PolicyDocument.isSameStatement(
            .object([.init(element, a)]), .object([.init(element, b)]))
    }

    /// Whether one statement reads like a changed form of the other: the same name, or the same effect and
    /// one of the rest the same.
    private func isAlike(_ a: JSONValue, _ b: JSONValue) -> Bool {
        func member(_ value: JSONValue, _ name: String) -> JSONValue? {
            value.members?.first { $0.name.lowercased() == name }?.value
        }
        if let sid = member(a, "sid"), let other = member(b, "sid") { return sid == other }
        guard isSame(member(a, "effect") ?? .null, member(b, "effect") ?? .null, "effect") else {
            return false
        }
        return ["action", "resource", "principal"].contains { name in
            guard let x = member(a, name), let y = member(b, name) else { return false }
            let left = x.array ?? [x], right = y.array ?? [y]
            return left.contains { one in right.contains { isSame(one, $0, name) } }
        }
    }
}

/// The members of documents and statements in the order people write them.
let documentKeys = [
    "Version", "Id", "Statement", "Depends", "Sid", "Effect", "Principal", "NotPrincipal", "Action",
    "NotAction", "Resource", "NotResource", "Condition",
]

extension [YamlStep] {
    /// Whether the path, from the document or the manifest, is that of the list of statements.
    fileprivate var isStatements: Bool {
        guard case .key(let name)? = last else { return false }
        return name.lowercased() == "statement"
    }

    /// Whether the path is that of a statement.
    fileprivate var isStatement: Bool {
        if isStatements { return true }
        guard case .item? = last else { return false }
        return Array(dropLast()).isStatements
    }
}

extension PolicyDocument {
    /// Whether two statements mean the same, however they are written.
    fileprivate static func isSameStatement(_ a: JSONValue, _ b: JSONValue) -> Bool {
        PolicyDocument(["Statement": .array([a])]) == PolicyDocument(["Statement": .array([b])])
    }
}
