package import WritModel

/// An entry of a statement's list that another entry of the list holds.
package struct RedundantEntry: Hashable, Sendable {
    /// The statement's place in ``PolicySet/statements``.
    package var statement: Int
    /// The entry's place in its document.
    package var path: ElementPath
    /// As written.
    package var text: String
    /// The entry that holds it, as written.
    package var coveredBy: String
}

/// The entries of actions and resources, listed or excluded, that could be left out because of another one in the same list.
///
/// Of equal entries the first stays. Entries with `?` or variables are compared by their spelling alone.
package func redundantEntries(in set: PolicySet) -> [RedundantEntry] {
    redundantEntries(in: set.statements, set.dialect, flat: set.options.flat)
}

/// The same of one document, its statements numbered as in a set of it alone.
package func redundantEntries(in reading: PolicyReading) -> [RedundantEntry] {
    redundantEntries(in: reading.statements, reading.dialect, flat: reading.options.flat)
}

private func redundantEntries(
    in statements: [Statement], _ dialect: Dialect, flat: Bool
) -> [RedundantEntry] {
    var result: [RedundantEntry] = []
    func add(_ actions: [ActionPattern], _ id: Int) {
        for (entry, cover) in CoveredActions(actions, dialect, flat: flat).found {
            result.append(
                RedundantEntry(
                    statement: id, path: actions[entry].path, text: actions[entry].text,
                    coveredBy: actions[cover].text))
        }
    }
    func add(_ resources: [ResourcePattern], _ id: Int) {
        for (entry, cover) in coveredResources(resources) {
            result.append(
                RedundantEntry(
                    statement: id, path: resources[entry].path, text: resources[entry].text,
                    coveredBy: resources[cover].text))
        }
    }
    for id in statements.indices {
        // Most lists have one entry.
        if let list = statements[id].actions.included, list.count > 1 { add(list, id) }
        if statements[id].actions.excluded.count > 1 { add(statements[id].actions.excluded, id) }
        if let list = statements[id].resources.included, list.count > 1 { add(list, id) }
        if statements[id].resources.excluded.count > 1 { add(statements[id].resources.excluded, id) }
    }
    return result
}

/// The places of each pattern that another one covers, and of the first that does and stays.
private func coveredResources(_ patterns: [ResourcePattern]) -> [(entry: Int, cover: Int)] {
    var found: [(entry: Int, cover: Int)] = []
    let ends = patterns.map(ResourceEnd.init)
    patterns.withUnsafeBufferPointer { patterns in
        for entry in patterns.indices {
            for other in patterns.indices
            where other != entry && ends[other].mayCover(ends[entry])
                && areCovered(patterns[entry].segments, by: patterns[other].segments)
                && (other < entry || !areCovered(patterns[other].segments, by: patterns[entry].segments))
            {
                found.append((entry, other))
                break
            }
        }
    }
    return found
}

/// The last segment of a resource pattern: names of resources differ there first.
private enum ResourceEnd {
    /// A text of so many bytes.
    case literal(Int)
    /// Wildcards or variables.
    case open
    /// The pattern matches nothing.
    case none

    init(_ pattern: ResourcePattern) {
        guard let last = pattern.segments?.last else {
            self = .none
            return
        }
        self = last.constant.map { $0.isLiteral ? .literal($0.bytes.count) : .open } ?? .open
    }

    /// `false` where a pattern that ends so surely does not cover one that ends as the other: a text covers itself alone, and what
    /// matches nothing.
    func mayCover(_ other: ResourceEnd) -> Bool {
        switch (self, other) {
        case (.literal(let mine), .literal(let theirs)): mine == theirs
        case (.literal, .open): false
        case (_, .none), (.open, _), (.none, _): true
        }
    }
}
