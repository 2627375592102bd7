/// Statements of a set without which it would allow the same, proved.
package struct Redundancy: Hashable, Sendable {
    /// Why a statement could be left out.
    package enum Ground: String, Hashable, Sendable {
        /// Other Allow statements give all that it gives.
        case covered
        /// Deny statements refuse all that it gives.
        case shadowed
        /// A Deny that refuses nothing that an Allow gives.
        case withoutEffect
    }

    /// Its place in ``PolicySet/statements``.
    package var statement: Int
    /// Why.
    package var ground: Ground

    /// A statement that could be left out.
    package init(statement: Int, ground: Ground) {
        self.statement = statement
        self.ground = ground
    }
}

/// The statements that could each be left out by itself, in order. A statement about which it cannot be told is not among them.
///
/// Cost: a comparison for each statement of which its plainest requests do not show that it is needed.
package func redundantStatements(in set: PolicySet) -> [Redundancy] {
    let search = RedundancySearch(set)
    return set.statements.indices.compactMap { search.redundancy(of: $0) }
}

extension PolicySet {
    /// The set with only some of its statements, by their place.
    package func keeping(_ isKept: (Int) -> Bool) -> PolicySet {
        var id = 0
        var most = 0
        let kept = readings.map { reading in
            var kept = reading
            kept.statements = []
            for place in reading.statements.indices {
                if isKept(id) { kept.statements.append(reading.statements[place]) }
                id += 1
            }
            most += kept.statements.count
            return kept
        }
        // A comparison asks it about its witnesses alone: with few statements that is not worth an index.
        return PolicySet(kept, isIndexed: isIndexed && most > 8)
    }
}
