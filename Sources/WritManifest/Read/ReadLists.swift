internal import WritDiagnostics
internal import WritModel

/// A collection as it was read: the items that could be read, and where they stand.
struct ReadList<Element> {
    var mode: ListMode
    var items: [Element] = []
    /// One for each item.
    var spans: [SourceSpan] = []
    /// Whether an item was left out because it could not be read.
    var isBroken = false
}

extension NodeReader {
    /// A collection with its mode: a plain list, or a mapping of one mode to a list.
    ///
    /// - Parameter read: reads one item, and is told the list's mode.
    mutating func list<Element>(
        _ slot: Slot, _ read: (inout NodeReader, Slot, ListMode) -> Element?
    ) -> ReadList<Element>? {
        guard let (mode, items) = modeAndItems(of: slot) else { return nil }
        var list = ReadList<Element>(mode: mode)
        let count = tree.childCount(of: items.node)
        list.items.reserveCapacity(count)
        list.spans.reserveCapacity(count)
        for node in tree.children(of: items.node) {
            let item = Slot(item: node)
            if let value = read(&self, item, mode) {
                list.items.append(value)
                list.spans.append(span(item))
            } else {
                list.isBroken = true
            }
        }
        return list
    }

    private mutating func modeAndItems(of slot: Slot) -> (ListMode, Slot)? {
        let node = tree[slot.node]
        guard !node.isBroken else { return nil }
        if node.kind == .sequence { return (.exactly, slot) }
        if isNull(slot) {
            null(slot, help: "write `[]` to empty it, delete the key to leave it unmanaged")
            return nil
        }
        let entries = node.kind == .mapping ? entries(of: slot) : []
        let modes = entries.map { entry in
            [ListMode.atLeast, .none].first { $0.rawValue == entry.name }
        }
        guard let first = modes.first, let mode = first else {
            notAList(slot, entries)
            return nil
        }
        guard entries.count == 1 else {
            report(
                "type.expected-list", "`\(path(slot))` has more than one mode", at: keySpan(entries[1]),
                help: "keep one of `atLeast` and `none`")
            return nil
        }
        let items = entries[0]
        guard !tree[items.node].isBroken else { return nil }
        guard tree[items.node].kind == .sequence else {
            if isNull(items) {
                null(items, help: "write the items, or delete `\(path(slot))` to leave it unmanaged")
            } else {
                notAList(items, [])
            }
            return nil
        }
        return (mode, items)
    }

    private mutating func notAList(_ slot: Slot, _ entries: [Slot]) {
        var help = "write a list: `[…]`, or one item a line after `- `"
        if let entry = entries.first {
            help = "write a list, or `atLeast:` or `none:` with a list"
            if let mode = nearestName(to: entry.name, among: ["atLeast", "none"]) {
                help = "did you mean `\(mode)`?"
            } else if entry.name == ListMode.exactly.rawValue {
                help = "write the list without `exactly`: a plain list is exact"
            }
        } else if tree[slot.node].kind == .scalar {
            help = "write `[\(tree.string(of: slot.node))]`"
        }
        let place = tree[slot.node].kind == .scalar ? span(slot) : keySpan(entries.first ?? slot)
        report(
            "type.expected-list", "`\(path(slot))` takes a list, not \(description(slot))", at: place,
            help: help)
    }

    /// A list without a mode.
    mutating func plainList<Element>(
        _ slot: Slot, _ read: (inout NodeReader, Slot) -> Element?
    ) -> ReadList<Element>? {
        let node = tree[slot.node]
        if node.kind == .mapping, !node.isBroken {
            notAList(slot, [])
            return nil
        }
        return list(slot) { reader, item, _ in read(&reader, item) }
    }

    /// Reports items that are equal, or equal but for case, and drops the later ones.
    mutating func refuseDuplicates<Element>(
        in list: inout ReadList<Element>, _ slot: Slot, by name: (Element) -> String
    ) {
        guard list.items.count > 1 else { return }
        var first: [String: (exact: String, span: SourceSpan)] = [:]
        var kept = ReadList<Element>(mode: list.mode, isBroken: list.isBroken)
        first.reserveCapacity(list.items.count)
        kept.items.reserveCapacity(list.items.count)
        kept.spans.reserveCapacity(list.items.count)
        for (item, place) in zip(list.items, list.spans) {
            let name = name(item)
            let folded = name.lowercased()
            guard let earlier = first[folded] else {
                first[folded] = (name, place)
                kept.items.append(item)
                kept.spans.append(place)
                continue
            }
            let isEqual = earlier.exact == name
            report(
                isEqual ? "list.duplicate" : "list.duplicate-folded",
                isEqual
                    ? "`\(name)` stands twice in `\(path(slot))`"
                    : "`\(name)` and `\(earlier.exact)` differ only in case, which stores ignore",
                at: place, notes: [DiagnosticNote("it stands first here", at: earlier.span)],
                help: "keep one of the two")
        }
        list = kept
    }
}
