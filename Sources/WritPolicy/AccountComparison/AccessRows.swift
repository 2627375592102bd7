import WritModel

/// Gathers changes of single principals into rows for people: one for a statement and everybody it concerns.
struct AccessRows {
    private var changes: [RowKey: AccessChange] = [:]
    private var routes: [RouteKey: [Address]] = [:]
    private var unknown: [[OpenReason]: [Address]] = [:]
    private var touched: Set<Address> = []

    private struct RowKey: Hashable {
        var direction: AccessDirection
        var source: AccessSource
        var path: ElementPath
        var isLatent: Bool
        var refusal: AccessRefusal?
        var actions: [String]
        var resources: [String]
    }

    private struct RouteKey: Hashable {
        var added: [Grant]
        var removed: [Grant]
    }

    mutating func add(
        _ difference: ClassDifference, principal: Address?, isLatent: Bool, oldGrants: [Grant],
        newGrants: [Grant], tellsWays: Bool = false
    ) {
        for change in byStatement(difference.changes) {
            var change = change
            change.isLatent = isLatent
            let grants = change.direction == .gained ? newGrants : oldGrants
            add(change, principal: principal, groups: groups(change.source, grants))
        }
        if let principal, !difference.changes.isEmpty, !isLatent { touched.insert(principal) }
        if !difference.reasons.isEmpty, let principal {
            unknown[difference.reasons.sorted(), default: []].append(principal)
            touched.insert(principal)
        }
        guard let principal, tellsWays, difference.changes.isEmpty, difference.reasons.isEmpty else { return }
        // Everybody who comes to it by the same groups stands in one row.
        let (before, after) = (Set(oldGrants.map(\.withoutUser)), Set(newGrants.map(\.withoutUser)))
        if before != after {
            let key = RouteKey(
                added: after.subtracting(before).sorted(), removed: before.subtracting(after).sorted())
            routes[key, default: []].append(principal)
        }
    }

    mutating func addTrust(_ agency: String, _ changes: [AccessChange], reasons: Set<OpenReason>) {
        for change in byStatement(changes) { add(change, principal: nil, groups: []) }
        if !reasons.isEmpty { unknown[reasons.sorted(), default: []].append(Address(.agency, agency)) }
    }

    /// One change for each statement, with all of its patterns.
    private func byStatement(_ changes: [AccessChange]) -> [AccessChange] {
        var result: [AccessChange] = []
        for change in changes {
            let place = result.firstIndex {
                $0.direction == change.direction && $0.source == change.source
                    && $0.statement.path == change.statement.path && $0.refusal == change.refusal
            }
            guard let place else {
                result.append(change)
                continue
            }
            for action in change.actions where !result[place].actions.contains(action) {
                result[place].actions.append(action)
            }
            for resource in change.resources where !result[place].resources.contains(resource) {
                result[place].resources.append(resource)
            }
            if change.danger > result[place].danger {
                result[place].danger = change.danger
                result[place].witness = change.witness
            }
        }
        return result
    }

    private func groups(_ source: AccessSource, _ grants: [Grant]) -> [String] {
        guard case .policy(let terms) = source else { return [] }
        return grants.filter { $0.terms == terms }.compactMap { $0.membership?.group }
    }

    private mutating func add(_ change: AccessChange, principal: Address?, groups: [String]) {
        let key = RowKey(
            direction: change.direction, source: change.source, path: change.statement.path,
            isLatent: change.isLatent, refusal: change.refusal, actions: change.actions,
            resources: change.resources)
        // In place: a row may be about everybody.
        if let principal { changes[key, default: change].principals.append(principal) }
        for group in groups where changes[key]?.groups.contains(group) != true {
            changes[key, default: change].groups.append(group)
        }
        if changes[key] == nil { changes[key] = change }
    }

    func comparison(principalCount: Int) -> AccountComparison {
        var sorted = changes.values.map { change in
            var change = change
            change.groups.sort()
            change.principals.sort()
            return change
        }
        sorted.sort { $0.precedes($1) }
        let routes = routes.map {
            RouteChange(principals: $0.value.sorted(), added: $0.key.added, removed: $0.key.removed)
        }
        .sorted { $0.principals.lexicographicallyPrecedes($1.principals) }
        let unknown = unknown.map { UnknownAccess(principals: $0.value.sorted(), reasons: $0.key) }
            .sorted { $0.principals.lexicographicallyPrecedes($1.principals) }
        return AccountComparison(
            changes: sorted, routes: routes, unknown: unknown, principalCount: principalCount,
            unchangedCount: principalCount - touched.count)
    }
}

extension Grant {
    /// The grant as it is to everybody in the group.
    fileprivate var withoutUser: Grant {
        var grant = self
        grant.membership?.user = ""
        return grant
    }
}

extension AccessChange {
    /// What is shown first: what counts now, what is dangerous, what is gained.
    fileprivate func precedes(_ other: AccessChange) -> Bool {
        if isLatent != other.isLatent { return !isLatent }
        if danger != other.danger { return danger > other.danger }
        if direction != other.direction { return direction == .gained }
        if source != other.source { return source.sortKey < other.source.sortKey }
        if statement.index != other.statement.index { return statement.index < other.statement.index }
        if actions != other.actions { return actions.lexicographicallyPrecedes(other.actions) }
        if resources != other.resources { return resources.lexicographicallyPrecedes(other.resources) }
        if principals != other.principals { return principals.lexicographicallyPrecedes(other.principals) }
        return (witness.action, witness.resource) < (other.witness.action, other.witness.resource)
    }
}

extension AccessSource {
    fileprivate var sortKey: String {
        switch self {
        case .policy(let terms): "\(terms.policy) \(terms.scope) \(terms.expires?.description ?? "")"
        case .trust(let agency): "trust \(agency)"
        }
    }
}
