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
            covered($0, isLiteral: \.glob.isLiteral) {
                $0.covers($1, in: set.dialect, flat: set.options.flat)
            }
        }
        let resources = [statement.resources.included ?? [], statement.resources.excluded].flatMap {
            covered($0, isLiteral: \.isLiteral) { $0.covers($1) }
        }
        return actions.map { RedundantEntry(statement: id, path: $0.path, text: $0.text, coveredBy: $1.text) }
            + resources.map {
                RedundantEntry(statement: id, path: $0.path, text: $0.text, coveredBy: $1.text)
            }
    }
}

/// Each pattern that another one covers, with the first that stays.
///
/// A pattern without wildcards covers nothing but its equals: of long lists most pairs need no look.
private func covered<Pattern: Hashable>(
    _ patterns: [Pattern], isLiteral: (Pattern) -> Bool, _ covers: (Pattern, Pattern) -> Bool
) -> [(Pattern, Pattern)] {
    if patterns.count < 2 { return [] }
    var wide: [Int] = []
    var equals: [Pattern: [Int]] = [:]
    for index in patterns.indices {
        if isLiteral(patterns[index]) {
            equals[patterns[index], default: []].append(index)
        } else {
            wide.append(index)
        }
    }
    return patterns.indices.compactMap { index in
        let twins = isLiteral(patterns[index]) ? equals[patterns[index]] ?? [] : []
        let cover = (wide + twins).sorted().first { other in
            other != index && covers(patterns[other], patterns[index])
                && (other < index || !covers(patterns[index], patterns[other]))
        }
        return cover.map { (patterns[index], patterns[$0]) }
    }
}

extension ResourcePattern {
    /// Whether one name alone matches.
    fileprivate var isLiteral: Bool { segments?.allSatisfy { $0.constant?.isLiteral ?? false } ?? false }
}
