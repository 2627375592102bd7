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
    set.statements.indices.compactMap { id in
        if set.isNeeded(id) { return nil }
        let rest = set.keeping { $0 != id }
        if set.statements[id].effect == .deny {
            let opened = gained(old: set, new: rest)
            return opened.verdict == false ? Redundancy(statement: id, ground: .withoutEffect) : nil
        }
        guard gained(old: rest, new: set).verdict == false else { return nil }
        let alone = set.keeping { $0 == id || set.statements[$0].effect == .deny }
        let isShadowed = gained(old: PolicySet([]), new: alone).verdict == false
        return Redundancy(statement: id, ground: isShadowed ? .shadowed : .covered)
    }
}

extension PolicySet {
    /// Whether a plain request of an Allow statement is allowed by it alone: seen without comparing everything. A few of its entries are
    /// asked about; `false` says nothing.
    fileprivate func isNeeded(_ id: Int) -> Bool {
        let statement = statements[id]
        guard statement.effect == .allow, unreadableCount == 0 else { return false }
        let actions = samples(of: statement.actions.included),
            resources = samples(of: statement.resources.included)
        var asked = 0
        for (place, action) in actions.enumerated() {
            for (number, resource) in resources.enumerated() where asked < 12 {
                // Every action once, every resource once, and a few pairs.
                if place > 0, number > 0, place != number { continue }
                asked += 1
                guard let witness = plainRequest(id, action, resource) else { continue }
                let decision = decide(witness)
                if decision.verdict == .allowed, isOnly(id, decision, witness) { return true }
            }
        }
        return false
    }

    /// A request that one pair of a statement's entries is about.
    private func plainRequest(_ id: Int, _ action: ActionPattern?, _ resource: ResourcePattern?) -> Request? {
        guard var reading = readings.first else { return nil }
        var statement = statements[id]
        statement.actions.included = action.map { [$0] } ?? statement.actions.included
        statement.resources.included = resource.map { [$0] } ?? statement.resources.included
        reading.statements = [statement]
        return gained(old: PolicySet([]), new: PolicySet([reading])).witness
    }

    /// Whether no other Allow is, or may be, about an allowed request.
    private func isOnly(_ id: Int, _ decision: Decision, _ request: Request) -> Bool {
        guard decision.deciding == [id] else { return false }
        let values = RequestValues(request, dialect: dialect, flat: options.flat)
        return statements.indices.allSatisfy { other in
            guard other != id, statements[other].effect == .allow else { return true }
            var reasons: Set<OpenReason> = []
            return statements[other].truth(values, &reasons) == .no
        }
    }

    /// The first, the last and some between; one `nil` for no list.
    private func samples<Pattern>(of patterns: [Pattern]?) -> [Pattern?] {
        guard let patterns else { return [nil] }
        guard patterns.count > 6 else { return patterns.map(Optional.some) }
        return (0..<6).map { patterns[$0 * (patterns.count - 1) / 5] }
    }

    /// The set with only some of its statements, by their place.
    package func keeping(_ isKept: (Int) -> Bool) -> PolicySet {
        var id = 0
        return PolicySet(
            readings.map { reading in
                var kept = reading
                kept.statements = reading.statements.filter { _ in
                    defer { id += 1 }
                    return isKept(id)
                }
                return kept
            })
    }
}
