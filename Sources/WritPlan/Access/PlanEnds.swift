internal import WritModel
internal import WritPolicy

/// An account before a plan and after it, whatever the order of its changes.
struct PlanEnds {
    private let before: AccountAccess
    private let after: AccountAccess
    private let renames: [Address: Address]

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
    }

    /// What lies between the ends when the changes are made in this order.
    func states(_ changes: [Change], at moment: Instant) -> PlanStates {
        PlanStates(changes, before: before, after: after, renames: renames, moment: moment)
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
