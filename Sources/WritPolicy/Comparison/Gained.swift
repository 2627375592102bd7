/// What `new` allows and `old` does not.
package func gained(
    old: PolicySet, new: PolicySet, extent: ComparisonExtent = .verdict,
    bounds: RequestBounds = RequestBounds()
) -> ComparisonAnswer {
    let entries = ChangedEntries(old: old.statements, new: new.statements)
    if entries.isEmpty, old.unreadableCount == 0, new.unreadableCount == 0 {
        return ComparisonAnswer(verdict: false, findings: [], unknown: [])
    }
    var findings: [AccessFinding] = []
    var reasons: Set<OpenReason> = []
    if old.unreadableCount + new.unreadableCount > 0 {
        reasons.insert(.unreadable(count: old.unreadableCount + new.unreadableCount))
    }
    let oldPart = ComparedPart(old, inside: entries)
    let newPart = ComparedPart(new, inside: entries)
    let cases = comparisonCases(oldPart, newPart, bounds)
    reasons.formUnion(cases.reasons)
    for comparisonCase in cases.cases {
        var search = GainSearch(old: oldPart, new: newPart, comparisonCase)
        search.run(extent)
        for finding in search.findings where !findings.contains(where: { $0.isSamePlace(as: finding) }) {
            findings.append(finding)
        }
        reasons.formUnion(search.reasons)
        if extent == .verdict, !findings.isEmpty { break }
    }
    let verdict: Bool? = findings.isEmpty ? (reasons.isEmpty ? false : nil) : true
    return ComparisonAnswer(
        verdict: verdict, findings: findings,
        unknown: extent == .verdict && verdict == true ? [] : reasons.sorted())
}

extension AccessFinding {
    fileprivate func isSamePlace(as other: AccessFinding) -> Bool {
        statement == other.statement && action == other.action && resource == other.resource
    }
}
