internal import WritModel
internal import WritPolicy

/// An account before a plan and after it, whatever the order of its changes.
struct PlanEnds {
    private let before: AccountAccess
    private let after: AccountAccess
    private let renames: [Address: Address]
    /// Policies that ask for the name of who makes a request, at one of the ends.
    private let asking: Set<PolicyReference>

    init(_ changes: [Change], on observed: ObservedState, target: Target) {
        let facts = AccountFacts(observed, dialect: target.dialect)
        var end = facts
        var renames: [Address: Address] = [:]
        for change in changes {
            end.apply(change)
            if case .rename(let old) = change.effect {
                renames[change.address] = Address(change.address.kind, old)
            }
        }
        before = AccountAccess(facts, dialect: target.dialect, account: target.account)
        after = AccountAccess(end, dialect: target.dialect, account: target.account)
        self.renames = renames
        asking = Set(
            [before, after].flatMap { side in
                side.policies.filter { $0.value.asksForPrincipal(target.dialect, account: target.account) }
                    .map(\.key)
            })
    }

    /// What lies between the ends when the changes are made in this order.
    func states(_ changes: [Change], at moment: Instant) -> PlanStates {
        PlanStates(
            changes, before: before, after: after, renames: renames, asking: asking, moment: moment)
    }

    /// All of it together.
    func effect(_ states: PlanStates, windows: [AccessWindow], appliers: [Address]) -> AccessEffect {
        let comparison = compareAccounts(old: before, new: after, renames: renames, at: states.moment)
        let administrators = AdministratorCount(states)
        return AccessEffect(
            comparison: comparison, windows: windows, administratorsBefore: administrators.before,
            administratorsLowest: administrators.lowest, lowestAfter: administrators.lowestAfter,
            appliers: appliers.map { ApplierCheck($0, states, comparison) })
    }
}
