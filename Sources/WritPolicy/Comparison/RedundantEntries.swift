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
    set.statements.enumerated().flatMap { id, statement -> [RedundantEntry] in
        let actions = [statement.actions.included ?? [], statement.actions.excluded].flatMap {
            covered($0) { $0.covers($1, in: set.dialect, flat: set.options.flat) }
        }
        let resources = [statement.resources.included ?? [], statement.resources.excluded].flatMap {
            covered($0) { $0.covers($1) }
        }
        return actions.map { RedundantEntry(statement: id, path: $0.path, text: $0.text, coveredBy: $1.text) }
            + resources.map {
                RedundantEntry(statement: id, path: $0.path, text: $0.text, coveredBy: $1.text)
            }
    }
}

/// Each pattern that another one covers, with the first that stays.
private func covered<Pattern>(
    _ patterns: [Pattern], _ covers: (Pattern, Pattern) -> Bool
) -> [(Pattern, Pattern)] {
    patterns.indices.compactMap { index in
        let cover = patterns.indices.first { other in
            other != index && covers(patterns[other], patterns[index])
                && (other < index || !covers(patterns[index], patterns[other]))
        }
        return cover.map { (patterns[index], patterns[$0]) }
    }
}
