internal import WritDiagnostics
internal import WritModel

extension NodeReader {
    /// The fields and edge lists of a `spec`.
    mutating func readSpec(_ slot: Slot, into draft: inout Draft) {
        let kind = draft.object.address.kind
        guard let entries = mapping(slot) else { return }
        draft.object.fields.reserveCapacity(entries.count)
        draft.source.fields.reserveCapacity(entries.count)
        read(entries, SpecShape.of(kind), owner: kind.manifestName, into: &draft)
        _ = refuseBoth(entries, "trust", "trustPolicy")
        if kind == .identityProvider { checkProvider(entries, of: slot, draft) }
    }

    private mutating func read(
        _ entries: [Slot], _ shape: SpecShape, owner: String, into draft: inout Draft
    ) {
        for entry in entries {
            switch shape.entries[entry.name] {
            case .field(let schema): readField(entry, schema, into: &draft)
            case .edges(let list): readEdges(entry, list, into: &draft)
            case .file(let field): readFile(entry, of: field, entries, into: &draft)
            case .section(let inner):
                guard let entries = mapping(entry) else { continue }
                read(entries, inner, owner: entry.name, into: &draft)
                if entry.name == "invitation", entries.count > 1 {
                    report(
                        "schema.one-of", "an invitation goes to one address", at: keySpan(entries[1]),
                        notes: [DiagnosticNote("the first is here", at: keySpan(entries[0]))],
                        help: "keep one of `email`, `phone` and `account`")
                }
            case nil: unknown(entry, among: shape.keys, of: "`\(owner)`")
            }
        }
    }

    private mutating func readField(_ slot: Slot, _ schema: FieldSchema, into draft: inout Draft) {
        let value = value(slot, schema)
        draft.looseMentions += fieldMentions
        fieldMentions = []
        guard let value else { return }
        draft.object.fields[schema.field] = value
        let place = span(slot)
        guard place.start.line != place.end.line else { return draft.source.fields[schema.field] = place }
        let key = keySpan(slot)
        draft.source.fields[schema.field] = key
        draft.source.extents[schema.field] = SourceSpan(file: key.file, start: key.start, end: place.end)
    }

    private mutating func readEdges(_ slot: Slot, _ list: EdgeList, into draft: inout Draft) {
        draft.source.lists[list] = keySpan(slot)
        switch list {
        case .members:
            let read = references(slot)
            draft.object.members = draft.keep(read, as: list) { mentions($0, .user, $1) }
        case .groups:
            let read = references(slot)
            draft.object.groups = draft.keep(read, as: list) { mentions($0, .group, $1) }
        case .policies:
            let read = attachments(slot)
            draft.object.policies = draft.keep(read, as: list) { mentions($0, $1) }
        }
    }

    /// Reports two keys that say the same thing in two ways.
    mutating func refuseBoth(_ entries: [Slot], _ a: String, _ b: String) -> Bool {
        guard let first = entries.firstIndex(where: { $0.name == a || $0.name == b }),
            let second = entries[(first + 1)...].first(where: { $0.name == a || $0.name == b })
        else { return false }
        report(
            "schema.one-of", "`\(entries[first].name)` and `\(second.name)` exclude each other",
            at: keySpan(second), notes: [DiagnosticNote("the first is here", at: keySpan(entries[first]))],
            help: "keep one of the two")
        return true
    }

    /// A policy needs a document, an agency somebody whom it trusts, an identity provider a protocol.
    mutating func requireContent(of draft: Draft, spec: Slot?, at place: SourceSpan) {
        let keys: [String] =
            switch draft.object.address.kind {
            case .policy: ["document", "documentFile"]
            case .agency: ["trust", "trustPolicy"]
            case .identityProvider: ["saml", "oidc"]
            case .user, .group, .passwordPolicy, .securitySettings, .project: []
            }
        guard !keys.isEmpty else { return }
        if let spec {
            guard tree[spec.node].kind == .mapping, !tree[spec.node].isBroken,
                !entries(of: spec).contains(where: { keys.contains($0.name) })
            else { return }
        }
        report(
            "schema.missing-field",
            "`\(draft.object.address.kind.manifestName)` has no `\(keys.joined(separator: "` and no `"))`",
            at: spec.map { keySpan($0) } ?? place, help: "add one of the two")
    }

    /// The path of a value's file, from the manifest's own folder to the root of the commit.
    private mutating func readFile(
        _ slot: Slot, of field: Field, _ entries: [Slot], into draft: inout Draft
    ) {
        if let key = field.rawValue.split(separator: ".").last, refuseBoth(entries, String(key), slot.name) {
            return
        }
        guard let text = nonEmptyText(slot) else { return }
        guard let path = resolve(text, from: file) else {
            return report(
                field.fileCode, "`\(text)` does not lead to a file of the commit", at: span(slot),
                help: "write a path relative to the manifest's folder that stays in the repository")
        }
        let endings = field.fileEndings
        guard endings.contains(where: path.hasSuffix) else {
            return report(
                field.fileCode,
                "`\(text)` is \(field == .document ? "neither JSON nor YAML" : "another sort of file")",
                at: span(slot), help: "name a file that ends in \(listed(endings.map { "`\($0)`" }))")
        }
        draft.files.append(ValueFile(field: field, path: path, span: span(slot)))
        draft.source.fields[field] = span(slot)
        draft.source.files[field] = path
    }
}

extension Draft {
    /// The list for the object if it was read in full; else remembers that nothing follows from it.
    fileprivate mutating func keep<Element>(
        _ read: ReadList<Element>?, as list: EdgeList, _ mentions: ([Element], [SourceSpan]) -> [Mention]
    ) -> DesiredList<Element>? where Element: Hashable & Sendable {
        guard let read, !read.isBroken else {
            brokenLists.insert(list)
            looseMentions += read.map { mentions($0.items, $0.spans) } ?? []
            return nil
        }
        source.items[list] = read.spans
        return DesiredList(read.mode, read.items)
    }
}

extension Field {
    /// The code of what is said about the file that holds the field's value.
    var fileCode: String { self == .document ? "policy.document-file" : "federation.file" }

    /// How the name of such a file may end.
    fileprivate var fileEndings: [String] {
        switch self {
        case .document: [".json", ".yaml", ".yml"]
        case .samlMetadata: [".xml"]
        default: [".json"]
        }
    }
}

/// `a`, `b` or `c`.
private func listed(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.joined() }
    return words.dropLast().joined(separator: ", ") + " or " + last
}

/// The path that `relative` means in the folder of `file`; `nil` if it is absolute or leaves the root.
private func resolve(_ relative: String, from file: String) -> String? {
    guard !relative.hasPrefix("/"), !relative.contains("\\"), !relative.contains(":") else { return nil }
    var parts = file.split(separator: "/").dropLast().map(String.init)
    for part in relative.split(separator: "/", omittingEmptySubsequences: false).map(String.init) {
        switch part {
        case ".": continue
        case "": return nil
        case "..":
            guard parts.popLast() != nil else { return nil }
        default: parts.append(part)
        }
    }
    return parts.joined(separator: "/")
}
