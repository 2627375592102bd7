internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Report {
    /// Reports who may weaken a safeguard without being an administrator.
    ///
    /// - Parameters:
    ///   - resources: what it would be weakened of; none where the action is on no resource.
    ///   - effect: what it comes to, behind the request.
    mutating func findWeakening(
        _ actions: [String], on resources: [String], in account: LintedAccount, effect: String, help: String
    ) {
        guard !actions.isEmpty else { return }
        var search = RegionSearch(account)
        let rows = search.rows(actions, on: resources) { !account.isAdministrator($0) }
        for row in rows {
            find(
                "\(named(row.principals)) may do \(row.witness.title), which \(effect)", at: row.place,
                notes: [("\(row.source.title), \(row.statement.title), allows it", nil)], help: help)
        }
    }
}

extension LintedAccount {
    /// Whether a user or an agency may do what administrators may, by what it holds.
    func isAdministrator(_ principal: Address) -> Bool {
        if principal.kind == .user { return administrators.contains(principal.name) }
        let set = access.effectivePolicies(of: principal).set
        return access.administers(set, as: principal, at: asOf)
    }

    /// A user that no document names, and the first administrator: whoever may do something to these may do it to others.
    var otherUsers: [String] {
        ["\u{25CA}"] + administrators.sorted().prefix(1)
    }
}
