extension NodeReader {
    /// The slot's path in its manifest, as messages show it: `console.enabled`, `members[2]`.
    ///
    /// Found by walking down to the node, so that reading a file makes no such texts: nodes are numbered in
    /// the order of the file, and those of one value lie side by side.
    func path(_ slot: Slot) -> String {
        guard !isOverfull, slot.key != nil || slot.isItem,
            let root = tree.roots.last(where: { $0 <= slot.node })
        else { return slot.name }
        var parts: [String] = []
        var current = root
        while current != slot.node, let (step, child) = step(from: current, to: slot.node) {
            parts.append(step)
            current = child
        }
        if parts.count > 1, parts[0] == "spec" || parts[0] == "metadata" { parts.removeFirst() }
        return parts.reduce(into: "") { path, part in
            if !path.isEmpty, !part.hasPrefix("[") { path += "." }
            path += part
        }
    }

    /// The path of the list that an item is in; the slot's own for anything else.
    func listPath(_ slot: Slot) -> String {
        let path = path(slot)
        guard slot.isItem, let bracket = path.lastIndex(of: "[") else { return path }
        return String(path[..<bracket])
    }

    /// The child of `parent` that `node` lies in, and what it goes by.
    private func step(from parent: Int, to node: Int) -> (step: String, child: Int)? {
        var place = -1
        var key = parent
        var found = parent
        for child in tree.children(of: parent) {
            guard child <= node else { break }
            (key, found) = (found, child)
            place += 1
        }
        guard place >= 0 else { return nil }
        if tree[parent].kind == .sequence { return ("[\(place)]", found) }
        return place.isMultiple(of: 2) ? nil : (tree.string(of: key), found)
    }
}
