internal import WritDiagnostics
internal import WritModel

/// Brings the text of one manifest from what it says to what it is to say.
struct ObjectEditor {
    var editor: YamlEditor
    /// The keys of a mapping of the manifest in their schema's order, by its path.
    let order: ([String]) -> [String]

    init(_ source: YamlSource, kind: Kind) {
        editor = YamlEditor(source)
        let shape = SpecShape.of(kind)
        order = { path in
            switch path {
            case []: manifestKeys
            case ["metadata"]: metadataKeys
            case ["spec"]: shape.keys
            default:
                if path.count == 2, path[0] == "spec", case .section(let inner)? = shape.entries[path[1]] {
                    inner.keys
                } else {
                    []
                }
            }
        }
    }

    /// Edits whatever `new` says otherwise than `old`, which is what the text says.
    ///
    /// - Parameter elsewhere: fields whose value stands in a file of its own and is left alone.
    mutating func edit(
        from old: DesiredObject, to new: DesiredObject, elsewhere: Set<Field>
    ) throws(EditFailure) {
        try editMetadata(from: old, to: new)
        for schema in KindSchema.of(new.address.kind).fields {
            if elsewhere.contains(schema.field) { continue }
            try edit(schema.field, from: old.fields[schema.field], to: new.fields[schema.field])
        }
        try edit(.members, from: old.members, to: new.members, YamlOutline.init)
        try edit(.groups, from: old.groups, to: new.groups, YamlOutline.init)
        try edit(.policies, from: old.policies, to: new.policies, YamlOutline.init)
    }

    private mutating func editMetadata(from old: DesiredObject, to new: DesiredObject) throws(EditFailure) {
        if old.address.name != new.address.name { try set(["metadata", "name"], .text(new.address.name)) }
        if old.formerly != new.formerly {
            try set(
                ["metadata", "formerly"], new.formerly.isEmpty ? nil : .list(new.formerly.map { .text($0) }))
        }
        for (key, value) in new.labels.sorted(by: { $0.key < $1.key }) where old.labels[key] != value {
            try set(["metadata", "labels", key], .text(value))
        }
        for key in old.labels.keys.sorted() where new.labels[key] == nil {
            try set(["metadata", "labels", key], nil)
        }
        if old.protect != new.protect {
            try set(["metadata", "protect"], new.protect.map { .text($0) })
        }
        if old.adopt != new.adopt { try set(["metadata", "adopt"], new.adopt ? .word("true") : nil) }
    }

    /// Sets the value at a path, or takes it out.
    private mutating func set(_ path: [String], _ value: YamlOutline?) throws(EditFailure) {
        guard let value else { return try editor.remove(path) }
        try editor.set(path, value, order: order)
    }

    private mutating func edit(
        _ field: Field, from old: DesiredValue?, to new: DesiredValue?
    ) throws(EditFailure) {
        guard old != new else { return }
        let path = ["spec"] + field.rawValue.split(separator: ".").map(String.init)
        switch (old, new) {
        case (.scalar(.document), .scalar(.document(let document))?):
            try editDocument(at: path, to: document)
        case (.list(let before), .list(let after)?) where before.mode == after.mode:
            try editItems(at: path, before, after, identity: \.identity, YamlOutline.init)
        default: try set(path, new.map(YamlOutline.init))
        }
    }

    private mutating func edit<Element: EdgeListItem>(
        _ list: EdgeList, from old: DesiredList<Element>?, to new: DesiredList<Element>?,
        _ outline: (DesiredList<Element>) -> YamlOutline
    ) throws(EditFailure) {
        guard old != new else { return }
        let path = ["spec", list.rawValue]
        guard let old, let new, old.mode == new.mode else { return try set(path, new.map(outline)) }
        let mode = new.mode
        try editItems(at: path, old, new, identity: \.listIdentity) { $0.outline(in: mode) }
    }

    /// The path of the items themselves, inside their mode.
    private func items(_ path: [String], _ mode: ListMode) -> [YamlStep] {
        path.map(YamlStep.key) + (mode == .exactly ? [] : [.key(mode.rawValue)])
    }

    private mutating func editItems<Element: Hashable, Identity: Hashable>(
        at path: [String], _ old: DesiredList<Element>, _ new: DesiredList<Element>,
        identity: (Element) -> Identity, _ outline: (Element) -> YamlOutline
    ) throws(EditFailure) {
        let place = items(path, new.mode)
        let wanted = new.items.map(identity)
        var current = old.items
        for position in current.indices.reversed() where !wanted.contains(identity(current[position])) {
            try editor.removeItem(at: position, of: place)
            current.remove(at: position)
        }
        for (position, item) in current.enumerated() {
            guard let after = new.items.first(where: { identity($0) == identity(item) }), after != item else {
                continue
            }
            try editor.change(itemAt: position, of: place, to: outline(after))
            current[position] = after
        }
        for (position, item) in new.items.enumerated()
        where !current.map(identity).contains(identity(item)) {
            let place = min(position, current.count)
            try insert(outline(item), at: place, of: self.items(path, new.mode), isFirst: current.isEmpty)
            current.insert(item, at: place)
        }
        guard current != new.items else { return }
        // Another order: nothing but writing the list anew says that.
        try set(place.keys, .list(new.items.map(outline)))
    }

    /// Puts an item into a list. An empty one is written anew, as `[]` takes no item on a line of its own.
    private mutating func insert(
        _ item: YamlOutline, at position: Int, of path: [YamlStep], isFirst: Bool
    ) throws(EditFailure) {
        guard isFirst else { return try editor.insert(item, at: position, of: path) }
        try set(path.keys, .list([item]))
    }
}

extension [YamlStep] {
    /// The keys of a path that has no items.
    var keys: [String] {
        compactMap { step in
            if case .key(let key) = step { key } else { nil }
        }
    }
}

/// An item of an edge list.
protocol EdgeListItem: Hashable, Sendable {
    /// What makes it this item of its list and no other.
    var listIdentity: String { get }
    /// The item as it is written in a list of `mode`.
    func outline(in mode: ListMode) -> YamlOutline
}

extension Reference: EdgeListItem {
    var listIdentity: String { name }
    func outline(in mode: ListMode) -> YamlOutline { YamlOutline(self) }
}

extension DesiredAttachment: EdgeListItem {
    var listIdentity: String { "\(policy) \(scope.map(\.description) ?? "")" }
    func outline(in mode: ListMode) -> YamlOutline { YamlOutline(self, in: mode) }
}

/// The keys of a manifest, in order.
let manifestKeys = ["apiVersion", "kind", "metadata", "spec"]
/// The keys of a manifest's metadata, in order.
let metadataKeys = ["name", "formerly", "labels", "protect", "adopt"]
/// The keys of items, in order; no two sorts of item use one key for different places.
let itemKeys = [
    "name", "system", "external", "scope", "expires", "status", "generation", "confirmed", "deliverTo",
    "when", "user",
    "groups",
]
