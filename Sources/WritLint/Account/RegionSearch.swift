internal import WritModel
internal import WritPolicy

/// Who may do something that only some should, asked of all that reaches each principal together. Those with the same grants are asked once.
struct RegionSearch {
    private let account: LintedAccount
    private var effective: [GrantClass: EffectivePolicies] = [:]

    init(_ account: LintedAccount) { self.account = account }

    /// Principals that may do it by the same statement.
    struct Row {
        /// In order.
        var principals: [Address]
        /// What allows it.
        var statement: Statement
        /// Where that stands.
        var source: AccessSource
        /// A request of the first of them that is allowed.
        var witness: Request
        /// The statement's entry, or the attachment of a document that no manifest has.
        var place: Place
    }

    private struct Key: Hashable {
        var source: AccessSource
        var path: ElementPath
    }

    /// Who may do one of the actions on one of the resources.
    ///
    /// - Parameters:
    ///   - resources: patterns; none for every resource.
    ///   - isAsked: whether a principal is of interest.
    mutating func rows(
        _ actions: [String], on resources: [String], isAsked: (Address) -> Bool
    ) -> [Row] {
        let access = account.access
        let wanted = access.dialect.allowing(actions, on: resources)
        var rows: [Row] = []
        var places: [Key: Int] = [:]
        var answers: [GrantClass: AccessFinding?] = [:]
        for principal in access.principals {
            let grants = access.grantClass(of: principal)
            if grants.isDisabled || grants.terms.isEmpty { continue }
            let policies = effective[grants] ?? access.effectivePolicies(of: grants)
            effective[grants] = policies
            let answer = answers[grants] ?? find(wanted, in: policies.set, fixed: [:])
            answers[grants] = .some(answer)
            guard var finding = answer, isAsked(principal) else { continue }
            let own = access.ownValues(of: principal, at: account.asOf)
            if finding.witness.context.keys.contains(where: { own[$0.lowercased()] != nil }) {
                // What hangs on who asks is asked of each.
                guard let personal = find(wanted, in: policies.set, fixed: own) else { continue }
                finding = personal
                finding.witness.context = finding.witness.context.filter { own[$0.key.lowercased()] == nil }
            }
            // The comparison folds case.
            let spelled = actions.first { $0.lowercased() == finding.witness.action }
            finding.witness.action = spelled ?? finding.witness.action
            let statement = policies.set.statements[finding.statement]
            let source = AccessSource.policy(policies.terms[policies.set.documents[finding.statement]])
            let key = Key(source: source, path: statement.path)
            if let place = places[key] {
                rows[place].principals.append(principal)
                continue
            }
            places[key] = rows.count
            let action = finding.action?.text ?? finding.witness.action
            let attached = access.grants(of: principal).first { .policy($0.terms) == source }
            rows.append(
                Row(
                    principals: [principal], statement: statement, source: source, witness: finding.witness,
                    place: account.place(of: statement, in: source, action: action)
                        ?? attached.flatMap { account.place(of: $0) } ?? account.nearest([principal])))
        }
        return rows
    }

    private func find(_ wanted: PolicySet, in set: PolicySet, fixed: [String: String]) -> AccessFinding? {
        let time = RequestBounds.Time(key: account.dialect.currentTimeKey, first: account.asOf)
        return gained(
            old: PolicySet([]), new: set, third: wanted, isWanted: true,
            bounds: RequestBounds(fixed: fixed, time: time)
        ).findings.first
    }
}
