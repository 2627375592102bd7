internal import WritDiagnostics
internal import WritModel

extension NodeReader {
    /// A `members` or `groups` list.
    mutating func references(_ slot: Slot) -> ReadList<Reference>? {
        guard var list = list(slot, { reader, item, _ in reader.reference(item) }) else { return nil }
        let count = list.items.count
        refuseDuplicates(in: &list, slot, by: \.name)
        list.isBroken = list.isBroken || list.items.count < count
        return list
    }

    /// A name declared in this target, or `{external: name}`.
    private mutating func reference(_ slot: Slot) -> Reference? {
        guard tree[slot.node].kind == .mapping else { return nonEmptyText(slot).map { Reference($0) } }
        let ways = "write the bare name of what this target declares, or `{external: NAME}`"
        guard let entry = onlyEntry(slot, of: ["external"], owner: "a reference", otherwise: ways),
            let name = nonEmptyText(entry)
        else { return nil }
        return Reference(name, isExternal: true)
    }

    /// A `policies` list.
    mutating func attachments(_ slot: Slot) -> ReadList<DesiredAttachment>? {
        guard var list = list(slot, { $0.attachment($1, in: $2) }) else { return nil }
        let count = list.items.count
        refuseDuplicates(in: &list, slot, by: \.displayName)
        list.isBroken = list.isBroken || list.items.count < count
        return list
    }

    private mutating func attachment(_ slot: Slot, in mode: ListMode) -> DesiredAttachment? {
        guard tree[slot.node].kind == .mapping else {
            return nonEmptyText(slot).map {
                DesiredAttachment(.custom($0), scope: mode == .none ? nil : .account)
            }
        }
        guard let entries = mapping(slot) else { return nil }
        let before = diagnostics.count
        var attachment = DesiredAttachment(.custom(""), scope: mode == .none ? nil : .account)
        var naming: Slot?
        for entry in entries {
            switch entry.name {
            case "name", "system", "external":
                if let naming {
                    report(
                        "type.expected-mapping", "`\(entry.name)` and `\(naming.name)` both name the policy",
                        at: keySpan(entry), notes: [DiagnosticNote("the first is here", at: keySpan(naming))],
                        help: "keep one of the two")
                }
                naming = entry
                guard let name = nonEmptyText(entry) else { continue }
                attachment.policy = entry.name == "system" ? .system(name) : .custom(name)
                attachment.isExternal = entry.name == "external"
            case "scope": attachment.scope = scope(entry) ?? attachment.scope
            case "expires": attachment.expires = expiry(entry, in: mode)
            default:
                unknown(
                    entry, among: ["name", "system", "external", "scope", "expires"], of: "an attachment")
            }
        }
        if naming == nil, diagnostics.count == before, !tree[slot.node].isBroken {
            report(
                "schema.missing-field", "the attachment names no policy", at: span(slot),
                help: "add `name`, `system` or `external`")
        }
        return diagnostics.count == before && !tree[slot.node].isBroken ? attachment : nil
    }

    /// `account`, `allProjects`, or a mapping of one sort of scope to a name.
    private mutating func scope(_ slot: Slot) -> Scope? {
        if tree[slot.node].kind == .mapping {
            let sorts = ["project", "enterpriseProject", "resourceGroup"]
            guard let entry = onlyEntry(slot, of: sorts, owner: "a scope"), let name = nonEmptyText(entry)
            else { return nil }
            return Scope(word: entry.name, name: name)
        }
        return word(slot, of: ["account", "allProjects"]).flatMap { Scope(word: $0, name: "") }
    }

    private mutating func expiry(_ slot: Slot, in mode: ListMode) -> Expiry? {
        guard let text = text(slot, isDate: true) else { return nil }
        guard mode != .none else {
            report(
                "value.expires-in-none", "what is forbidden cannot expire", at: keySpan(slot),
                help: "delete `expires`")
            return nil
        }
        return expiry(text, slot)
    }

    /// The day or time that a text is; reports anything else.
    mutating func expiry(_ text: String, _ slot: Slot) -> Expiry? {
        if let expiry = Expiry(parsing: text) { return expiry }
        report(
            "value.date", "`\(text)` is no date", at: span(slot),
            help: "write a day as `2027-01-31`, or a time as `2027-01-31T12:00:00Z`")
        return nil
    }
}

extension DesiredAttachment {
    /// What the attachment goes by in messages, and what makes it one of its list: all but its expiry.
    var displayName: String {
        let place = scope.map { $0 == .account ? "" : " in \($0)" } ?? ""
        return switch policy {
        case .custom(let name): isExternal ? "external: \(name)\(place)" : name + place
        case .system(let name): "system: \(name)\(place)"
        }
    }
}
