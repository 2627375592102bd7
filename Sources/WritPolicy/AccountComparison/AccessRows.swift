import WritModel

/// Gathers changes of single principals into rows for people: one for a statement and everybody it concerns.
struct AccessRows {
    /// By number, twice that of its key, and one more for a latent one.
    private var changes: [Int: AccessChange] = [:]
    private var groups: [Int: Set<String>] = [:]
    private var numbers: [RowKey: Int] = [:]
    private var routes: [RouteKey: [Address]] = [:]
    private var unknown: [[OpenReason]: [Address]] = [:]
    private var touched: Set<Address> = []

    private struct RowKey: Hashable {
        var direction: AccessDirection
        var source: AccessSource
        var path: ElementPath
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
        for part in difference.parts {
            for change in part.changes {
                add(
                    change, principal: principal, isLatent: isLatent,
                    grants: change.change.direction == .gained ? newGrants : oldGrants)
            }
        }
        if let principal, difference.hasChanges, !isLatent { touched.insert(principal) }
        if !difference.reasons.isEmpty, let principal {
            unknown[difference.reasons.sorted(), default: []].append(principal)
            touched.insert(principal)
        }
        guard let principal, tellsWays, !difference.hasChanges, difference.reasons.isEmpty else { return }
        // Everybody who comes to it by the same groups stands in one row.
        let (before, after) = (Set(oldGrants.map(\.withoutUser)), Set(newGrants.map(\.withoutUser)))
        if before != after {
            let key = RouteKey(
                added: after.subtracting(before).sorted(), removed: before.subtracting(after).sorted())
            routes[key, default: []].append(principal)
        }
    }

    mutating func addTrust(_ agency: String, _ changes: [AccessChange], reasons: Set<OpenReason>) {
        for change in numbered(changes) { add(change, principal: nil, isLatent: false, grants: []) }
        if !reasons.isEmpty { unknown[reasons.sorted(), default: []].append(Address(.agency, agency)) }
    }

    /// One change for each statement, with the number of its row. Of equal numbers the first one's witness is shown.
    mutating func numbered(_ changes: [AccessChange]) -> [NumberedChange] {
        byStatement(changes).map { change in
            let key = RowKey(
                direction: change.direction, source: change.source, path: change.statement.path,
                refusal: change.refusal, actions: change.actions, resources: change.resources)
            let number = numbers[key] ?? numbers.count
            numbers[key] = number
            return NumberedChange(change: change, row: number)
        }
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

    private mutating func add(
        _ change: NumberedChange, principal: Address?, isLatent: Bool, grants: [Grant]
    ) {
        let row = change.row * 2 + (isLatent ? 1 : 0)
        if changes[row] == nil {
            changes[row] = change.change
            changes[row]?.isLatent = isLatent
        }
        // In place: a row may be about everybody.
        if let principal { changes[row]?.principals.append(principal) }
        guard case .policy(let terms) = change.change.source else { return }
        for grant in grants where grant.has(terms) {
            if let group = grant.membership?.group { groups[row, default: []].insert(group) }
        }
    }

    func comparison(principalCount: Int) -> AccountComparison {
        var sorted = changes.map { row, change in
            var change = change
            change.groups = groups[row, default: []].sorted()
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
    /// Whether these are its terms.
    fileprivate func has(_ terms: GrantTerms) -> Bool {
        attachment.policy == terms.policy && attachment.scope == terms.scope && expires == terms.expires
    }

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
