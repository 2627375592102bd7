internal import WritDiagnostics
internal import WritModel

extension NodeReader {
    /// `{name, when, user, groups}`. Of a mapping that is forbidden the name is enough.
    mutating func federationMapping(_ slot: Slot, in mode: ListMode) -> FederationMapping? {
        guard let entries = mapping(slot) else { return nil }
        let known = ["name", "when", "user", "groups"]
        let owner = "a mapping"
        let before = diagnostics.count { $0.severity == .error }
        var mapping = FederationMapping("")
        var user: Slot?
        for entry in entries {
            switch entry.name {
            case "name": mapping.name = filledText(entry, limit: 128, .line) ?? ""
            case "when": mapping.conditions = conditions(entry) ?? []
            case "user":
                user = entry
                mapping.user = filledText(entry, limit: 255, .line)
            case "groups": mapping.groups = mappedGroups(entry)?.sorted() ?? []
            default: unknown(entry, among: known, of: owner)
            }
        }
        require(mode == .none ? ["name"] : ["name", "when"], in: entries, of: slot, owner: owner)
        guard diagnostics.count(where: { $0.severity == .error }) == before, !tree[slot.node].isBroken else {
            return nil
        }
        if let user, let text = mapping.user, !checkPlaceholders(text, of: mapping, user) { return nil }
        if mode != .none, mapping.user == nil, mapping.groups.isEmpty {
            report(
                "federation.mapping", "the mapping `\(mapping.name)` gives neither a name nor a group",
                at: entries.first.map { keySpan($0) } ?? span(slot),
                help: "add `groups`, the groups whose access these people get, or `user`")
            return nil
        }
        return mapping
    }

    private mutating func conditions(_ slot: Slot) -> [FederationCondition]? {
        guard let list = plainList(slot, { $0.condition($1) }) else { return nil }
        guard !list.items.isEmpty || list.isBroken else {
            report(
                "value.empty", "`\(path(slot))` has no condition", at: keySpan(slot),
                help:
                    "for everybody who signs in ask for an attribute that all have, `{attribute: __NAMEID__}`"
            )
            return nil
        }
        return list.isBroken ? nil : list.items
    }

    /// `{attribute, anyOf | noneOf, regex}`.
    private mutating func condition(_ slot: Slot) -> FederationCondition? {
        guard let entries = mapping(slot) else { return nil }
        let before = diagnostics.count { $0.severity == .error }
        var attribute = ""
        var test = FederationCondition.Test.present
        var isRegex = false
        for entry in entries {
            switch entry.name {
            case "attribute": attribute = filledText(entry, limit: 255, .line) ?? ""
            case "anyOf": test = .anyOf(attributeValues(entry) ?? [])
            case "noneOf": test = .noneOf(attributeValues(entry) ?? [])
            case "regex": isRegex = boolean(entry) ?? false
            default: unknown(entry, among: ["attribute", "anyOf", "noneOf", "regex"], of: "a condition")
            }
        }
        require(["attribute"], in: entries, of: slot, owner: "a condition")
        _ = refuseBoth(entries, "anyOf", "noneOf")
        if isRegex, test == .present, let place = entries.first(where: { $0.name == "regex" }) {
            report(
                "federation.mapping", "`regex` says how values are read, and there are none",
                at: keySpan(place), help: "add `anyOf` or `noneOf`, or delete `regex`")
        }
        guard diagnostics.count(where: { $0.severity == .error }) == before, !tree[slot.node].isBroken else {
            return nil
        }
        return FederationCondition(attribute, test, isRegex: isRegex)
    }

    private mutating func attributeValues(_ slot: Slot) -> [String]? {
        guard let list = plainList(slot, { $0.filledText($1, limit: 255, .line) }) else { return nil }
        guard !list.items.isEmpty || list.isBroken else {
            report(
                "value.empty", "`\(path(slot))` is empty", at: keySpan(slot),
                help: "write the values, or delete the key to ask for the attribute alone")
            return nil
        }
        var first: [String: SourceSpan] = [:]
        for (value, place) in zip(list.items, list.spans) {
            if let earlier = first[value] {
                report(
                    "list.duplicate", "`\(value)` stands twice in `\(path(slot))`", at: place,
                    notes: [DiagnosticNote("it stands first here", at: earlier)], help: "keep one of the two")
            }
            first[value] = first[value] ?? place
        }
        return list.items
    }

    private mutating func mappedGroups(_ slot: Slot) -> [Reference]? {
        guard tree[slot.node].kind != .mapping, var list = references(slot) else {
            if tree[slot.node].kind == .mapping { _ = plainList(slot) { $0.text($1) } }
            return nil
        }
        for (group, place) in zip(list.items, list.spans) where group.name.contains("{") {
            report(
                "federation.mapping", "`\(group.name)` lets the identity provider name any group", at: place,
                help: "write the groups themselves, one mapping for each value of the attribute")
            list.isBroken = true
        }
        guard !list.isBroken else { return nil }
        fieldMentions += mentions(list.items, .group, list.spans)
        return list.items
    }

    private mutating func checkPlaceholders(
        _ text: String, of mapping: FederationMapping, _ slot: Slot
    ) -> Bool {
        let count = mapping.placeholderCount
        for part in text.split(separator: "{", omittingEmptySubsequences: false).dropFirst() {
            let digits = part.prefix { $0.isASCII && $0.isNumber }
            guard let number = Int(digits), part.dropFirst(digits.count).first == "}" else {
                report(
                    "federation.mapping", "`\(text)` holds a brace that opens no placeholder", at: span(slot),
                    help: "write a placeholder as `{0}`; a name has no other braces")
                return false
            }
            guard number < count else {
                let there = count == 1 ? "is 1 such condition" : "are \(count) such conditions"
                report(
                    "federation.mapping", "`{\(number)}` stands for no condition of the mapping",
                    at: span(slot),
                    help:
                        "placeholders count from 0 the conditions without `anyOf` and `noneOf`, and there \(there)"
                )
                return false
            }
        }
        return true
    }

    /// A text of a form that says something.
    mutating func filledText(_ slot: Slot, limit: Int, _ form: TextForm) -> String? {
        guard let text = formedText(slot, limit: limit, form) else { return nil }
        guard !text.isEmpty else {
            report("value.empty", "`\(path(slot))` is empty", at: span(slot))
            return nil
        }
        return text
    }
}
