package import WritModel

/// What changes in who can raise its own access.
package struct EscalationComparison: Hashable, Sendable {
    /// Ways that appear before those that disappear; most dangerous first.
    package var changes: [EscalationChange] = []
    /// Principals of whom it cannot be told any more.
    package var unknown: [UnknownAccess] = []

    /// Nothing changes.
    package init() {}

    /// Whether nothing changes.
    package var isEmpty: Bool { changes.isEmpty && unknown.isEmpty }
}

/// Principals that can become administrators in ways in which they could not, or no longer.
package struct EscalationChange: Hashable, Sendable {
    /// Gained where the ways appear, lost where they disappear.
    package var direction: AccessDirection
    /// Whose, in order.
    package var principals: [Address]
    /// The first one, step by step; of the first principal, on the side that has it.
    package var path: EscalationPath
    /// The ids of the others that come or go with it, in the order in which they would be told.
    package var others: [String]
    /// The ids of the ways that are there on both sides; of somebody who stops being an administrator, the ways back.
    package var remaining: [String]
}

/// Compares by which ways the principals of two states can become administrators.
package func compareEscalations(
    old: AccountAccess, new: AccountAccess, renames: [Address: Address] = [:], at moment: Instant
) -> EscalationComparison {
    if old.facts == new.facts, renames.isEmpty { return EscalationComparison() }
    var comparer = EscalationComparer(
        old: EscalationSearch(old, at: moment), new: EscalationSearch(new, at: moment), renames: renames)
    return comparer.compare()
}

private struct EscalationComparer {
    var old: EscalationSearch
    var new: EscalationSearch
    let renames: [Address: Address]
    private var known: [Pair: [EscalationChange]] = [:]
    private var rows: [Row: EscalationChange] = [:]
    private var unknown: [[OpenReason]: [Address]] = [:]

    /// The actors of a principal on both sides.
    private struct Pair: Hashable {
        var old: Int?
        var new: Int?
    }

    /// Principals with these in common stand in one row.
    private struct Row: Hashable {
        var direction: AccessDirection
        var steps: [Step]
        var others: [String]
        var remaining: [String]

        struct Step: Hashable {
            var method: String
            var target: Address?
            var statements: [Place]
        }

        struct Place: Hashable {
            var source: AccessSource
            var path: ElementPath
            /// The group that it reaches them through; `nil` where it is attached to each itself.
            var group: Address?
        }
    }

    init(old: EscalationSearch, new: EscalationSearch, renames: [Address: Address]) {
        self.old = old
        self.new = new
        self.renames = renames
    }

    mutating func compare() -> EscalationComparison {
        let gone = Set(renames.values)
        let names = Set(new.actorOf.keys).union(old.actorOf.keys.filter { !gone.contains($0) })
        // A renamed principal goes by its new name, also where only the old side has ways for it.
        let renamed = renames.filter { old.actorOf[$0.value] != nil }.keys
        for principal in names.union(renamed).sorted() { compare(principal) }
        var result = EscalationComparison()
        result.changes = rows.values.sorted { $0.precedes($1) }
        result.unknown = unknown.map { UnknownAccess(principals: $0.value.sorted(), reasons: $0.key) }
            .sorted { $0.principals.lexicographicallyPrecedes($1.principals) }
        return result
    }

    private mutating func compare(_ principal: Address) {
        let earlier = renames[principal] ?? principal
        let pair = Pair(old: old.actorOf[earlier], new: new.actorOf[principal])
        let changes = known[pair] ?? self.changes(earlier, principal)
        known[pair] = changes
        for change in changes { add(change, principal) }
        let (before, after) = (old.standing(of: earlier), new.standing(of: principal))
        guard !after.isAdministrator, after.certain.isEmpty else { return }
        let reasons = after.open.values.reduce(into: Set<OpenReason>()) { $0.formUnion($1) }
        let isNew = Set(after.open.keys) != Set(before.open.keys) || !before.certain.isEmpty
        if !reasons.isEmpty, isNew || before.isAdministrator {
            unknown[reasons.sorted(), default: []].append(principal)
        }
    }

    private mutating func changes(_ earlier: Address, _ principal: Address) -> [EscalationChange] {
        let (before, after) = (old.standing(of: earlier), new.standing(of: principal))
        if before == after { return [] }
        var result: [EscalationChange] = []
        if after.isAdministrator {
            if !before.isAdministrator {
                let path = EscalationPath(steps: [], reasons: [])
                result.append(change(.gained, path, others: [], remaining: []))
            }
            return result
        }
        if before.isAdministrator {
            let path = EscalationPath(steps: [], reasons: [])
            let left = new.inOrder(after.certain, of: principal).map { new.actions.methods[$0].id }
            return [change(.lost, path, others: [], remaining: left)]
        }
        let both = new.inOrder(after.certain.intersection(before.certain), of: principal)
            .map { new.actions.methods[$0].id }
        let come = new.inOrder(after.certain.subtracting(before.certain), of: principal)
        if let first = come.first, let path = new.path(of: principal, by: first) {
            let others = come.dropFirst().map { new.actions.methods[$0].id }
            result.append(change(.gained, path, others: others, remaining: both))
        }
        let leave = old.inOrder(before.certain.subtracting(after.certain), of: earlier)
        if let first = leave.first, let path = old.path(of: earlier, by: first) {
            let others = leave.dropFirst().map { old.actions.methods[$0].id }
            let now = new.inOrder(after.certain, of: principal).map { new.actions.methods[$0].id }
            result.append(change(.lost, path, others: others, remaining: now))
        }
        return result
    }

    private func change(
        _ direction: AccessDirection, _ path: EscalationPath, others: [String], remaining: [String]
    ) -> EscalationChange {
        EscalationChange(
            direction: direction, principals: [], path: path, others: others, remaining: remaining)
    }

    private mutating func add(_ change: EscalationChange, _ principal: Address) {
        let steps = change.path.steps.map { step in
            Row.Step(
                method: step.method.id, target: step.target,
                statements: step.requests.flatMap(\.grounds).map { ground in
                    switch ground.document {
                    case .policy(let terms, let routes):
                        let holder = routes.first?.attachment.principal
                        return Row.Place(
                            source: .policy(terms), path: ground.statement.path,
                            group: holder == step.actor ? nil : holder)
                    case .trust(let agency):
                        return Row.Place(source: .trust(agency), path: ground.statement.path, group: nil)
                    }
                })
        }
        let row = Row(
            direction: change.direction, steps: steps, others: change.others, remaining: change.remaining)
        rows[row, default: change].principals.append(principal)
    }
}

extension EscalationChange {
    /// What is shown first: what appears; who is an administrator at once, then the worse and the shorter way.
    fileprivate func precedes(_ other: EscalationChange) -> Bool {
        if direction != other.direction { return direction == .gained }
        if path.steps.isEmpty != other.path.steps.isEmpty { return path.steps.isEmpty }
        if path.severity != other.path.severity { return path.severity > other.path.severity }
        if path.steps.count != other.path.steps.count { return path.steps.count < other.path.steps.count }
        if principals != other.principals { return principals.lexicographicallyPrecedes(other.principals) }
        return path.id < other.path.id
    }
}
