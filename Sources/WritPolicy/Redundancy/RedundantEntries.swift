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
    var result: [RedundantEntry] = []
    for id in set.statements.indices {
        let actions = set.statements[id].actions
        for list in [actions.included ?? [], actions.excluded] where list.count > 1 {
            for (entry, cover) in coveredActions(list, in: set.dialect, flat: set.options.flat) {
                result.append(
                    RedundantEntry(
                        statement: id, path: list[entry].path, text: list[entry].text,
                        coveredBy: list[cover].text))
            }
        }
        let resources = set.statements[id].resources
        for list in [resources.included ?? [], resources.excluded] where list.count > 1 {
            for (entry, cover) in coveredResources(list) {
                result.append(
                    RedundantEntry(
                        statement: id, path: list[entry].path, text: list[entry].text,
                        coveredBy: list[cover].text))
            }
        }
    }
    return result
}

/// The places of each pattern that another one covers, and of the first that does and stays.
private func coveredActions(
    _ patterns: [ActionPattern], in dialect: Dialect, flat: Bool
) -> [(entry: Int, cover: Int)] {
    let globs = patterns.map(\.glob)
    // Of a text without wildcards its length, which tells most of them apart.
    let lengths = globs.map { $0.isLiteral ? $0.bytes.count : nil }
    // An index of a short list costs more than it spares.
    let index = globs.count > 64 ? ActionIndex(each: globs) : nil
    let colons = flat ? Int.max : dialect.actionSegments - 1
    var result: [(entry: Int, cover: Int)] = []
    for entry in globs.indices {
        var first = Int.max
        let look = { (other: Int) in
            if other < first, other != entry,
                patterns[other].covers(patterns[entry], in: dialect, flat: flat),
                other < entry || !patterns[entry].covers(patterns[other], in: dialect, flat: flat)
            {
                first = other
            }
        }
        // Whatever covers a pattern starts as the pattern does, unless there is no such action: that anything covers.
        if lengths[entry] == nil, globs[entry].bytes.count(where: { $0 == UInt8(ascii: ":") }) > colons {
            globs.indices.forEach(look)
        } else if let index {
            index.visitCandidates(globs[entry].bytes, look)
        } else {
            // A text without wildcards covers nothing but itself.
            for other in globs.indices
            where lengths[other] == nil || lengths[other] == lengths[entry] && globs[other] == globs[entry] {
                look(other)
            }
        }
        if first < Int.max { result.append((entry, first)) }
    }
    return result
}

/// The places of each pattern that another one covers, and of the first that does and stays.
private func coveredResources(_ patterns: [ResourcePattern]) -> [(entry: Int, cover: Int)] {
    patterns.indices.compactMap { entry in
        let cover = patterns.indices.first { other in
            other != entry && patterns[other].covers(patterns[entry])
                && (other < entry || !patterns[entry].covers(patterns[other]))
        }
        return cover.map { (entry, $0) }
    }
}
