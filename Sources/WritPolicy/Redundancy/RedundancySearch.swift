/// The search for statements of a set that could be left out, which keeps what it learns of the set.
package final class RedundancySearch {
    private let set: PolicySet
    /// For each of a few cases.
    private let plain: [PlainRequests]

    /// Nothing is looked at yet.
    package init(_ set: PolicySet) {
        self.set = set
        let alike = set.plainVariables(areAlike: true)
        let first = PlainRequests(set, variables: alike)
        plain =
            alike.count > 1
            ? [first, PlainRequests(set, variables: set.plainVariables(areAlike: false))] : [first]
    }

    /// Why a statement could be left out by itself; `nil` where it is needed or it cannot be told.
    package func redundancy(of id: Int) -> Redundancy? {
        // What could not be read may need it.
        if set.unreadableCount > 0 { return nil }
        if set.statements[id].effect == .deny {
            let opened = gained(old: set, new: set.keeping { $0 != id })
            return opened.verdict == false ? Redundancy(statement: id, ground: .withoutEffect) : nil
        }
        guard isCovered(id, by: { $0 != id }) else { return nil }
        // By nothing at all: only a Deny can be the reason.
        let isShadowed = isCovered(id, by: { _ in false })
        return Redundancy(statement: id, ground: isShadowed ? .shadowed : .covered)
    }

    /// Whether some of the other Allow statements give all that an Allow statement gives, the Denies being in force: proved.
    package func isCovered(_ id: Int, by others: (Int) -> Bool) -> Bool {
        let isOther = { $0 != id && others($0) }
        // The cheap looks first: each of them is a proof.
        for requests in plain where requests.givesOwnAction(id, beside: isOther) { return false }
        if set.covers(id, by: isOther) { return true }
        for requests in plain where requests.needs(id, beside: isOther) { return false }
        return gained(old: allows(isOther), new: allows { $0 == id }).verdict == false
    }

    /// Whether no request at all is about a statement, whatever its conditions say: proved.
    package func isEmpty(_ id: Int) -> Bool {
        if plain.contains(where: { $0.areAbout(id) }) { return false }
        guard var reading = set.readings.first else { return false }
        var statement = set.statements[id]
        statement.effect = .allow
        statement.conditions = []
        reading.statements = [statement]
        reading.unreadableCount = 0
        return gained(old: PolicySet([]), new: PolicySet([reading])).verdict == false
    }

    /// The set with some of its Allow statements, by their place, and every Deny.
    private func allows(_ isKept: (Int) -> Bool) -> PolicySet {
        set.keeping { set.statements[$0].effect == .deny || isKept($0) }
    }
}
