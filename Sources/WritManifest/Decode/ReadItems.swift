internal import WritDiagnostics
internal import WritModel

extension NodeReader {
    /// `{account: x}`, `{user: x}`, `{service: x}` or `{identityProvider: x}`.
    mutating func trustPrincipal(_ slot: Slot) -> TrustPrincipal? {
        let sorts = TrustPrincipal.Sort.allCases
        guard let entry = onlyEntry(slot, of: sorts.map(\.rawValue), owner: "a trusted principal"),
            let sort = sorts.first(where: { $0.rawValue == entry.name }),
            let name = nonEmptyText(entry)
        else { return nil }
        return TrustPrincipal(sort, name)
    }

    /// `{generation, deliverTo}`.
    mutating func credential(_ slot: Slot) -> DeclaredCredential? {
        guard let entries = mapping(slot) else { return nil }
        let owner = "`\(path(slot))`"
        var credential = DeclaredCredential(generation: 1)
        let before = diagnostics.count
        for entry in entries {
            switch entry.name {
            case "generation": credential.generation = integer(entry, in: 1...1_000_000) ?? 1
            case "deliverTo": credential.deliverTo = recipient(entry)
            default: unknown(entry, among: ["generation", "deliverTo"], of: owner)
            }
        }
        require(["generation"], in: entries, of: slot, owner: owner)
        return diagnostics.count == before && !tree[slot.node].isBroken ? credential : nil
    }

    /// `{name, status, generation, confirmed, deliverTo}`.
    mutating func accessKey(_ slot: Slot) -> DeclaredAccessKey? {
        guard let entries = mapping(slot) else { return nil }
        let known = ["name", "status", "generation", "confirmed", "deliverTo"]
        var key = DeclaredAccessKey(name: "")
        let before = diagnostics.count
        for entry in entries {
            switch entry.name {
            case "name": key.name = nonEmptyText(entry) ?? ""
            case "status":
                let words = DeclaredAccessKey.Status.allCases.map(\.rawValue)
                if let word = word(entry, of: words), let status = DeclaredAccessKey.Status(rawValue: word) {
                    key.status = status
                }
            case "generation": key.generation = integer(entry, in: 1...1_000_000) ?? 1
            case "confirmed": key.confirmed = integer(entry, in: 1...1_000_000)
            case "deliverTo": key.deliverTo = recipient(entry)
            default: unknown(entry, among: known, of: "an access key")
            }
        }
        require(["name"], in: entries, of: slot, owner: "an access key")
        if let confirmed = key.confirmed, confirmed > key.generation,
            let entry = entries.first(where: { $0.name == "confirmed" })
        {
            report(
                "credential.confirmed",
                "generation \(confirmed) is confirmed, and the key's generation is \(key.generation)",
                at: span(entry), help: "confirm a generation once whoever uses the key has it")
        }
        return diagnostics.count == before && !tree[slot.node].isBroken ? key : nil
    }

    /// `203.0.113.0/24`, `203.0.113.7`, `203.0.113.4-203.0.113.9`, or `{range, description}`.
    mutating func admittedAddresses(_ slot: Slot) -> AdmittedAddresses? {
        guard tree[slot.node].kind != .scalar else { return range(slot).map { AdmittedAddresses($0) } }
        guard let entries = mapping(slot) else { return nil }
        let owner = "an item of `\(listPath(slot))`"
        var range: AddressRange?
        var note: String?
        // A warning about a text breaks nothing.
        var isBroken = tree[slot.node].isBroken
        for entry in entries {
            switch entry.name {
            case "range": range = self.range(entry)
            case "description":
                note = formedText(entry, limit: 255, .line)
                if note == nil { isBroken = true }
            default:
                unknown(entry, among: ["range", "description"], of: owner)
                isBroken = true
            }
        }
        require(["range"], in: entries, of: slot, owner: owner)
        guard !isBroken, let range else { return nil }
        return AdmittedAddresses(range, note: note)
    }

    /// `203.0.113.0/24`, `203.0.113.7` or `203.0.113.4-203.0.113.9`.
    mutating func range(_ slot: Slot) -> AddressRange? {
        guard let text = text(slot) else { return nil }
        guard let range = AddressRange(bounds: text) else {
            report(
                "value.address", "`\(text)` is no range of addresses", at: span(slot),
                help: "write a network as `203.0.113.0/24`, one address, or `203.0.113.4-203.0.113.9`")
            return nil
        }
        // Of `203.0.113.7/24` nobody knows whether the network is meant or the one address.
        if let slash = text.firstIndex(of: "/"),
            let own = AddressRange(String(text[..<slash])), own.first != range.first
        {
            let single = own.description
            report(
                "value.address", "`\(text)` names an address inside its network", at: span(slot),
                help: "write `\(range)` for the network, or `\(single)` for the one address")
            return nil
        }
        return range
    }

    /// The single entry of a mapping that says by its key what it names.
    ///
    /// - Parameter otherwise: what helps where its key is none of `known`, nor near.
    mutating func onlyEntry(
        _ slot: Slot, of known: [String], owner: String, otherwise: String? = nil
    ) -> Slot? {
        let choice = "write one of \(known.map { "`\($0)`" }.joined(separator: ", "))"
        let node = tree[slot.node]
        if node.kind == .scalar, !node.isBroken, !isNull(slot) {
            report(
                "type.expected-mapping", "`\(path(slot))` has to say what it names", at: span(slot),
                help: "write `{\(known.first ?? ""): \(tree.string(of: slot.node))}`, or \(choice)")
            return nil
        }
        guard let entries = mapping(slot) else { return nil }
        guard let entry = entries.first else {
            if !node.isBroken {
                report("type.expected-mapping", "\(owner) is empty", at: span(slot), help: choice)
            }
            return nil
        }
        for other in entries where !known.contains(other.name) {
            unknown(other, among: known, of: owner, otherwise: otherwise)
            return nil
        }
        guard entries.count == 1 else {
            report(
                "type.expected-mapping", "\(owner) has one key, this has \(entries.count)",
                at: keySpan(entries[1]), help: choice)
            return nil
        }
        return entry
    }

    /// A text that has to say something.
    mutating func nonEmptyText(_ slot: Slot) -> String? {
        guard let text = text(slot) else { return nil }
        guard !text.isEmpty else {
            report("value.empty", "`\(path(slot))` is empty", at: span(slot))
            return nil
        }
        return text
    }
}
