internal import WritDiagnostics
internal import WritModel

extension NodeReader {
    /// A manifest of one of the kinds that declare no object.
    mutating func readCheck(_ kind: CheckKind, _ entries: [Slot], at kindSlot: Slot) {
        func entry(_ name: String) -> Slot? { entries.first { $0.name == name } }
        let name = entry("metadata").flatMap { checkName($0) }
        guard let spec = entry("spec") else {
            return report(
                "schema.missing-field", "`\(kind.manifestName)` has no `spec`", at: span(kindSlot),
                help: kind == .accessTest
                    ? "add `spec` with `tests`" : "add `spec` with `nobody` or `separate`")
        }
        guard let fields = mapping(spec) else { return }
        var summary: String?
        if let text = fields.first(where: { $0.name == "description" }) {
            summary = formedText(text, limit: 255, .prose)
        }
        let before = diagnostics.count
        let content: AccessCheck.Content? =
            switch kind {
            case .accessTest: expectations(fields, of: spec).map { .test($0) }
            case .invariant: invariant(fields, of: spec).map { .invariant($0) }
            }
        guard let name, let content, diagnostics.count == before else { return }
        checks.append(AccessCheck(name: name.text, span: name.span, summary: summary, content: content))
    }

    /// The metadata of a check: its name and labels.
    private mutating func checkName(_ slot: Slot) -> (text: String, span: SourceSpan)? {
        guard let entries = mapping(slot) else { return nil }
        var result: (String, SourceSpan)?
        for entry in entries {
            switch entry.name {
            case "name": result = name(entry, of: .group).map { ($0, span(entry)) }
            case "labels": _ = labels(entry)
            default: unknown(entry, among: ["name", "labels"], of: "the `metadata` of a check")
            }
        }
        require(["name"], in: entries, of: slot, owner: "`metadata`")
        return result
    }

    /// One principal, or a list of them.
    mutating func principals(_ slot: Slot) -> [CheckPrincipal]? {
        texts(slot) { reader, item in
            guard let text = reader.nonEmptyText(item) else { return nil }
            let kinds = Kind.allCases.filter(\.isActor).map { "`\($0.rawValue)/NAME`" }
            guard let address = Address(parsing: text), address.kind.isActor else {
                reader.report(
                    "check.principal", "`\(text)` names nobody who could do something", at: reader.span(item),
                    help: "write \(kinds.joined(separator: ", "))")
                return nil
            }
            return CheckPrincipal(address, at: reader.span(item))
        }
    }

    /// One text, or a list of them, none of them empty; `nil` where one could not be read.
    mutating func texts<Element>(
        _ slot: Slot, _ read: (inout NodeReader, Slot) -> Element?
    ) -> [Element]? {
        if tree[slot.node].kind == .scalar, !isNull(slot) { return read(&self, slot).map { [$0] } }
        guard let list = plainList(slot, read), !list.isBroken else { return nil }
        guard !list.items.isEmpty else {
            report(
                "value.empty", "`\(path(slot))` is empty", at: keySpan(slot),
                help: "write an item, or delete the key")
            return nil
        }
        return list.items
    }

    /// One text, or a list of them.
    mutating func words(_ slot: Slot) -> [String]? { texts(slot) { $0.nonEmptyText($1) } }

    /// Values by key: what a request says.
    mutating func requestValues(_ slot: Slot) -> [String: [String]]? {
        guard let entries = mapping(slot) else { return nil }
        var result: [String: [String]] = [:]
        for entry in entries {
            guard let values = texts(entry, { $0.contextValue($1) }) else { return nil }
            result[entry.name] = values
        }
        return result
    }

    /// A text; also a plain `true`, `false` or whole number, as in the conditions of documents.
    private mutating func contextValue(_ slot: Slot) -> String? {
        let node = tree[slot.node]
        if node.kind == .scalar, node.style == .plain {
            let text = tree.string(of: slot.node)
            if text == "true" || text == "false" || Int(text).map(String.init) == text { return text }
        }
        return nonEmptyText(slot)
    }

    /// A day, as its start in UTC, or a full RFC 3339 time.
    mutating func moment(_ slot: Slot) -> Instant? {
        guard let text = text(slot, isDate: true) else { return nil }
        if let moment = Instant(day: text) ?? Instant(rfc3339: text) { return moment }
        report(
            "value.date", "`\(text)` is no date", at: span(slot),
            help: "write a day as `2027-01-31`, or a time as `2027-01-31T12:00:00Z`")
        return nil
    }
}
