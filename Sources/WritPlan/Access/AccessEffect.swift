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
    /// A request that only the middle allows, or only the ends.
    package var witness: Request
}

/// What `changes`, made in their order, do to the access in an account.
///
/// Cost: a comparison of the ends for each combination of grants that changes, and a look at the states between for those
/// principals whose grants both come and go.
package func accessEffect(
    of changes: [Change], on observed: ObservedState, target: Target, at moment: Instant
) -> AccessEffect {
    let facts = AccountFacts(observed, dialect: target.dialect)
    var end = facts
    var renames: [Address: Address] = [:]
    for change in changes {
        end.apply(change)
        if case .rename(let old) = change.effect {
            renames[change.address] = Address(change.address.kind, old)
        }
    }
    let before = AccountAccess(facts, dialect: target.dialect, account: target.account)
    let after = AccountAccess(end, dialect: target.dialect, account: target.account)
    var search = WindowSearch(changes, before: before, after: after, renames: renames, moment: moment)
    search.run()
    return AccessEffect(
        comparison: compareAccounts(old: before, new: after, renames: renames, at: moment),
        windows: search.windows, administratorsBefore: search.administratorsBefore,
        administratorsLowest: search.administratorsLowest, lowestAfter: search.lowestAfter)
}
