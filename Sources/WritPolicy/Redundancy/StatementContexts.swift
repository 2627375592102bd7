/// The contexts in which one statement of a policy counts and others do not, in one case of a comparison.
struct StatementContexts {
    private var search: ContextSearch
    /// The condition set of each statement.
    private let conditions: [Int]
    private let isDeny: [Bool]

    init(_ set: PolicySet, _ comparisonCase: ComparisonCase) {
        var atoms = AtomTable()
        conditions = set.statements.map { atoms.conditionSet($0.conditions, for: comparisonCase) }
        isDeny = set.statements.map { $0.effect == .deny }
        search = ContextSearch(atoms, set.dialect, comparisonCase)
    }

    /// Whether a context is allowed by an Allow statement and by none of the others, and refused by none of them, all being about one action and resource.
    mutating func needs(_ id: Int, beside others: [Int]) -> Bool {
        var matched = MatchedConditions(
            allowNew: [conditions[id]], denyNew: [], allowOld: [], denyOld: [], third: nil, derived: [:])
        for other in others {
            if isDeny[other] {
                matched.denyNew.append(conditions[other])
            } else {
                matched.allowOld.append(conditions[other])
            }
        }
        // The same Denies refuse on both sides.
        matched.denyOld = matched.denyNew
        if case .context = search.satisfy(matched) { return true }
        return false
    }
}
