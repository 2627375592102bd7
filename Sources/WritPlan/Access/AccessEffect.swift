package import WritModel
package import WritPolicy

/// What a plan does to who may do what, over its whole course.
package struct AccessEffect: Hashable, Sendable {
    /// Between the live account and the account after the plan.
    package var comparison: AccountComparison
    /// Moments between two changes at which somebody has access that neither the start nor the end gives, or lacks access that both give.
    package var windows: [AccessWindow]
    /// The effective administrators before the plan.
    package var administratorsBefore: Set<String>
    /// The fewest that there are after any prefix of the plan.
    package var administratorsLowest: Int
    /// The change, counted from 0, after which there are so few; `nil` where none lowers the number.
    package var lowestAfter: Int?
    /// Who applies plans, and whether the plan leaves each of them what it may do; empty where nobody says who that is.
    package var appliers: [ApplierCheck]
}

/// Access for a while only.
package struct AccessWindow: Hashable, Sendable {
    /// More than both ends give, or less.
    package enum Sort: String, CaseIterable, Sendable { case wider, narrower }

    /// More or less.
    package var sort: Sort
    /// Whose, in order.
    package var principals: [Address]
    /// The change that opens the window, counted from 0 in the plan.
    package var after: Int
    /// The change that closes it for the witness.
    package var until: Int
    /// A request that only the middle allows, or only the ends.
    package var witness: Request
}

/// What `changes`, made in their order, do to the access in an account.
///
/// Cost: a comparison of the ends for each combination of grants that changes, and a look at the states between for those
/// principals whose grants both come and go.
/// - Parameter appliers: Who has to keep what it may do.
package func accessEffect(
    of changes: [Change], on observed: ObservedState, target: Target, appliers: [Address] = [],
    at moment: Instant
) -> AccessEffect {
    let ends = PlanEnds(changes, on: observed, target: target)
    let states = ends.states(changes, at: moment)
    return ends.effect(states, windows: WindowSearch.windows(in: states), appliers: appliers)
}
