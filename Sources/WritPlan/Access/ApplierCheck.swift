package import WritModel
package import WritPolicy

/// Whether a plan leaves the principal that applies plans what it may do in the identity service, after every prefix.
///
/// Everything that it may do there counts, not only what the plan at hand needs: the next plan, which would put right what this one breaks, may need anything.
package struct ApplierCheck: Hashable, Sendable {
    /// What came of it.
    package enum Outcome: Hashable, Sendable {
        /// It keeps everything.
        case kept
        /// It loses something after that change, counted from 0; with a request that was allowed before, where it is a single one.
        case loses(after: Int, Request?)
        /// After that change it cannot be told; with the reasons, in order.
        case open(after: Int, [OpenReason])
        /// Neither end has such a principal, or the plan makes it.
        case absent

        /// The outcome in one word.
        package var word: String {
            switch self {
            case .kept: "kept"
            case .loses: "loses"
            case .open: "open"
            case .absent: "absent"
            }
        }
    }

    /// The outcomes in one word each.
    package static let outcomeWords = ["kept", "loses", "open", "absent"]

    /// The principal, as the configuration names it.
    package var applier: Address
    /// What came of it.
    package var outcome: Outcome
}

extension ApplierCheck {
    init(_ applier: Address, _ states: PlanStates, _ comparison: AccountComparison) {
        self.applier = applier
        outcome = .kept
        let principal = states.after.has(applier) ? applier : states.after(applier)
        guard states.before.has(states.before(principal)) else {
            outcome = .absent
            return
        }
        let losses =
            [lossOfGrants(principal, states), lossOfTrust(principal, states, comparison)].compactMap(\.self)
            + states.changes.indices.filter {
                states.changes[$0].action == .delete && states.changes[$0].address == principal
            }.map { (place: $0, outcome: Outcome.loses(after: $0, nil)) }
        if let first = losses.min(by: { $0.place < $1.place }) { outcome = first.outcome }
    }

    private typealias Loss = (place: Int, outcome: Outcome)
}

/// The first state in which the policies of a principal give less of the identity service than before the plan.
private func lossOfGrants(
    _ principal: Address, _ states: PlanStates
) -> (place: Int, outcome: ApplierCheck.Outcome)? {
    let course = states.course(of: principal)
    let bounds = states.bounds(of: principal, in: [course.start] + course.steps.map(\.state))
    let start = states.policies(course.start)
    // Every vendor's identity service has this name in actions.
    let region = states.before.dialect.allowing(["iam:*"], on: [])
    for step in course.steps {
        let middle = states.policies(step.state)
        let lost = gained(old: middle, new: start, third: region, isWanted: true, bounds: bounds)
        if let witness = lost.witness { return (step.place, .loses(after: step.place, witness)) }
        if lost.verdict == nil { return (step.place, .open(after: step.place, lost.unknown)) }
    }
    return nil
}

/// The change of the trust by which somebody could become the agency and no longer can.
private func lossOfTrust(
    _ principal: Address, _ states: PlanStates, _ comparison: AccountComparison
) -> (place: Int, outcome: ApplierCheck.Outcome)? {
    guard principal.kind == .agency,
        let place = states.changes.firstIndex(where: { change in
            guard change.address == principal, case .update(let fields) = change.effect else { return false }
            return fields.contains { $0.field == .trust || $0.field == .trustPolicy }
        })
    else { return nil }
    let lost = comparison.changes.first { change in
        change.direction == .lost && change.source == .trust(principal.name)
    }
    if let lost { return (place, .loses(after: place, lost.witness)) }
    let unknown = comparison.unknown.first { $0.principals.contains(principal) }
    return unknown.map { (place, .open(after: place, $0.reasons)) }
}
