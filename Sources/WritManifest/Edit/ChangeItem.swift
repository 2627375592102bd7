extension YamlEditor {
    /// Brings an item of a list to `value`: entry by entry where both are mappings, so that what stays the
    /// same stays as it is written.
    mutating func change(
        itemAt position: Int, of path: [YamlStep], to value: YamlOutline
    ) throws(EditFailure) {
        let place = path + [.item(position)]
        guard let chain = try own(place, forChangeInside: false) else { return }
        let old = source.outline(of: chain)
        guard let before = old.entries else { return try replaceItem(at: position, of: path, by: value) }
        // A mapping that only names the object says the same as the bare name.
        guard let after = value.entries ?? value.asName else {
            return try replaceItem(at: position, of: path, by: value)
        }
        for entry in after
        where before.first(where: { $0.key == entry.key })?.value.flowText != entry.value.flowText {
            try setEntry(entry.key, entry.value, at: place, order: itemKeys)
        }
        for entry in before where !after.contains(where: { $0.key == entry.key }) && !isDefault(entry) {
            try setEntry(entry.key, nil, at: place, order: itemKeys)
        }
    }

    /// Whether an entry only says what holds without it.
    private func isDefault(_ entry: YamlOutline.Entry) -> Bool {
        switch (entry.key, entry.value) {
        case ("scope", .text("account")), ("status", .text("active")), ("generation", .word("1")): true
        default: false
        }
    }
}

extension YamlOutline {
    /// The entries of a mapping; `nil` for anything else.
    var entries: [Entry]? {
        switch self {
        case .compact(let entries), .block(let entries): entries
        case .pair(let key, let value): [Entry(key, value)]
        case .text, .word, .list: nil
        }
    }

    /// The mapping that says as much as a bare name; `nil` for anything else.
    fileprivate var asName: [Entry]? {
        if case .text = self { [Entry("name", self)] } else { nil }
    }
}
