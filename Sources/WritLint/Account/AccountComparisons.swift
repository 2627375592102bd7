package import WritModel
package import WritPolicy

/// The comparison of an account with another declaration of it, worked out once for all rules that ask for it.
package final class AccountComparisons {
    private var known: (before: LintedAccount, comparison: AccountComparison)?
    private var drift: AccountComparison?

    /// Nothing compared yet.
    package init() {}

    /// What changes between two declarations, with the ways to become an administrator that come and go.
    ///
    /// - Parameter after: the account that this belongs to.
    package func change(from before: LintedAccount, to after: LintedAccount) -> AccountComparison {
        if let known, known.before === before { return known.comparison }
        let comparison = compareAccounts(
            old: before.access, new: after.access, renames: renames(before, after), at: after.asOf)
        known = (before, comparison)
        return comparison
    }

    /// What the live account gives that it would not give with the declaration applied, and the other way round.
    package func drift(of account: LintedAccount, from observed: ObservedState) -> AccountComparison {
        if let drift { return drift }
        let (dialect, id) = (account.dialect, account.target.account)
        let comparison = compareAccounts(
            old: AccountAccess(account.state, live: observed, dialect: dialect, account: id),
            new: AccountAccess(observed, dialect: dialect, account: id), at: account.asOf)
        drift = comparison
        return comparison
    }

    /// From the new name of each object that is renamed to its old one.
    private func renames(_ before: LintedAccount, _ after: LintedAccount) -> [Address: Address] {
        var result: [Address: Address] = [:]
        for object in after.objects where before.state.objects[object.address] == nil {
            let former = object.formerly.map { Address(object.address.kind, $0) }
            result[object.address] = former.first {
                before.state.objects[$0] != nil && after.state.objects[$0] == nil
            }
        }
        return result
    }
}

extension LintedAccount {
    /// What changed since an earlier declaration.
    package func change(since before: LintedAccount) -> AccountComparison {
        comparisons.change(from: before, to: self)
    }

    /// How the live account differs from the declaration; `nil` where nothing was observed.
    package var drift: AccountComparison? {
        observed.map { comparisons.drift(of: self, from: $0) }
    }
}
