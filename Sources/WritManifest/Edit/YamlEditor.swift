internal import WritDiagnostics

/// A step from a value to one inside it.
enum YamlStep: Hashable {
    case key(String)
    case item(Int)
}

/// One YAML document that is edited step by step, the text read anew after each.
///
/// An edit never changes another place of the document: what an alias repeats is written out first, at the
/// place that is edited, or at all others where the anchor itself stands there.
struct YamlEditor {
    private(set) var source: YamlSource

    init(_ source: YamlSource) {
        self.source = source
    }

    /// Makes edits that were worked out on ``source``.
    mutating func apply(_ edits: [TextEdit], at node: Int) throws(EditFailure) {
        let span = source.span(node)
        let bytes = source.bytes.applying(edits)
        guard let next = YamlSource(bytes, file: source.file, isJSON: source.isJSON) else {
            throw EditFailure("this cannot be edited in place", at: span)
        }
        source = next
    }

    /// Gives the entry at the end of `path` a value, making it and the mappings above it where they are
    /// missing.
    ///
    /// - Parameter order: the keys, in their schema's order, of the mapping at a path.
    mutating func set(
        _ path: [String], _ value: YamlOutline, order: ([String]) -> [String]
    ) throws(EditFailure) {
        for depth in path.indices.reversed() {
            let above = Array(path[..<depth])
            guard let mapping = try own(above.map(YamlStep.key), forChangeInside: true) else { continue }
            let key = path[depth]
            guard source.entry(key, of: mapping) != nil else {
                let rest = path[(depth + 1)...].reversed().reduce(value) { .block([.init($1, $0)]) }
                return try apply(
                    source.inserting(key, rest, into: mapping, order: order(above)), at: mapping)
            }
            guard depth == path.count - 1 else { break }
            _ = try own(path.map(YamlStep.key), forChangeInside: false)
            guard let mapping = try own(above.map(YamlStep.key), forChangeInside: true),
                let entry = source.entry(key, of: mapping)
            else { break }
            return try apply(source.replacing(valueOf: entry, in: mapping, by: value), at: entry.key)
        }
        throw EditFailure("`\(path.joined(separator: "."))` has no place here", at: source.span(source.root))
    }

    /// Takes the entry at the end of `path` out, and the mappings above it that it leaves empty.
    mutating func remove(_ path: [String]) throws(EditFailure) {
        guard try own(path.map(YamlStep.key), forChangeInside: false) != nil else { return }
        for depth in path.indices.reversed() {
            guard let mapping = try own(path[..<depth].map(YamlStep.key), forChangeInside: true),
                let entry = source.entry(path[depth], of: mapping)
            else { return }
            if source.entries(of: mapping).count == 1, depth > 0 { continue }
            return try apply(source.removing(entry, from: mapping), at: entry.key)
        }
    }

    /// Puts an item before the one at `position` of the list at `path`.
    mutating func insert(_ item: YamlOutline, at position: Int, of path: [YamlStep]) throws(EditFailure) {
        guard let list = try own(path, forChangeInside: true) else { return }
        try apply(source.inserting(item, at: position, of: list), at: list)
    }

    /// Takes the item at `position` of the list at `path` out.
    mutating func removeItem(at position: Int, of path: [YamlStep]) throws(EditFailure) {
        guard try own(path + [.item(position)], forChangeInside: false) != nil,
            let list = try own(path, forChangeInside: true)
        else { return }
        if source.children(of: list).count > 1 || source.node(list).style == .flow {
            return try apply(source.removingItem(at: position, of: list), at: list)
        }
        try emptyList(at: path)
    }

    /// Writes `[]` where a list with dashes has lost its last item.
    private mutating func emptyList(at path: [YamlStep]) throws(EditFailure) {
        guard case .key(let key)? = path.last,
            let mapping = try own(Array(path.dropLast()), forChangeInside: true),
            let entry = source.entry(key, of: mapping)
        else { throw EditFailure("this list cannot be emptied in place", at: source.span(source.root)) }
        try apply(source.replacing(valueOf: entry, in: mapping, by: .list([])), at: entry.key)
    }

    /// Puts another item in the place of the one at `position`.
    mutating func replaceItem(
        at position: Int, of path: [YamlStep], by value: YamlOutline
    ) throws(EditFailure) {
        guard try own(path + [.item(position)], forChangeInside: false) != nil,
            let list = try own(path, forChangeInside: true)
        else { return }
        let item = source.children(of: list)[position]
        try apply(source.replacingItem(item, of: list, by: value), at: item)
    }

    /// Sets or, for `nil`, takes out an entry of the mapping at `path`.
    mutating func setEntry(
        _ key: String, _ value: YamlOutline?, at path: [YamlStep], order: [String]
    ) throws(EditFailure) {
        guard let mapping = try own(path, forChangeInside: true) else { return }
        guard source.entry(key, of: mapping) != nil else {
            guard let value else { return }
            return try apply(source.inserting(key, value, into: mapping, order: order), at: mapping)
        }
        _ = try own(path + [.key(key)], forChangeInside: false)
        guard let mapping = try own(path, forChangeInside: true), let entry = source.entry(key, of: mapping)
        else { return }
        if let value {
            try apply(source.replacing(valueOf: entry, in: mapping, by: value), at: entry.key)
        } else {
            try apply(source.removing(entry, from: mapping), at: entry.key)
        }
    }
}

// MARK: Aliases

extension YamlEditor {
    /// The node at `path`, once nothing else of the document changes with it; `nil` where there is none.
    ///
    /// - Parameter isInside: something inside the node changes, so that it must not be an alias itself.
    mutating func own(_ path: [YamlStep], forChangeInside isInside: Bool) throws(EditFailure) -> Int? {
        while true {
            guard let chain = chain(path) else { return nil }
            let inner = isInside ? chain[...] : chain.dropLast()
            if let alias = inner.first(where: { source.node($0).kind == .alias }) {
                try expand(alias)
                continue
            }
            guard let last = chain.last else { return nil }
            guard let user = aliases(using: chain, wholly: isInside ? nil : last).first else { return last }
            try expand(user)
        }
    }

    /// The nodes from the root to the one at `path`, aliases on the way followed for the next step only.
    private func chain(_ path: [YamlStep]) -> [Int]? {
        var chain = [source.root]
        for step in path {
            var current = chain[chain.count - 1]
            if source.node(current).kind == .alias { current = Int(source.node(current).firstChild) }
            switch step {
            case .key(let name):
                guard let entry = source.entry(name, of: current) else { return nil }
                chain.append(entry.value)
            case .item(let position):
                let items = source.children(of: current)
                guard source.node(current).kind == .sequence, items.indices.contains(position) else {
                    return nil
                }
                chain.append(items[position])
            }
        }
        return chain
    }

    /// Aliases elsewhere that repeat a node of the chain, or anything inside the one that is replaced.
    private func aliases(using chain: [Int], wholly replaced: Int?) -> [Int] {
        let inside = replaced.map { $0..<source.firstNodeAfter($0) } ?? 0..<0
        return source.tree.nodes.indices.filter { index in
            let node = source.node(index)
            guard node.kind == .alias, !inside.contains(index) else { return false }
            return chain.contains(Int(node.firstChild)) || inside.contains(Int(node.firstChild))
        }
    }

    /// Writes out what an alias repeats, in its place.
    private mutating func expand(_ alias: Int) throws(EditFailure) {
        let text = source.outline(of: alias).flowText
        try apply([source.index.edit(source.range(of: alias), text)], at: alias)
    }
}
