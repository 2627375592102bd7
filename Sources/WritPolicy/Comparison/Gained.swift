/// What `new` allows and `old` does not.
package func gained(
    old: PolicySet, new: PolicySet, extent: ComparisonExtent = .verdict,
    bounds: RequestBounds = RequestBounds()
) -> ComparisonAnswer {
    gained(old: old, new: new, third: nil, extent: extent, bounds: bounds)
}

/// What `new` allows and neither `old` nor `third` does, or what `third` allows too.
///
/// - Parameter isWanted: Whether `third` has to allow it; else it may not.
package func gained(
    old: PolicySet, new: PolicySet, third: PolicySet, isWanted: Bool, extent: ComparisonExtent = .verdict,
    bounds: RequestBounds = RequestBounds()
) -> ComparisonAnswer {
    gained(old: old, new: new, third: (third, isWanted), extent: extent, bounds: bounds)
}

private func gained(
    old: PolicySet, new: PolicySet, third: (set: PolicySet, isWanted: Bool)?, extent: ComparisonExtent,
    bounds: RequestBounds
) -> ComparisonAnswer {
    let entries = ChangedEntries(old: old.statements, new: new.statements)
    if entries.isEmpty, old.unreadableCount == 0, new.unreadableCount == 0 {
        return ComparisonAnswer(verdict: false, findings: [], unknown: [])
    }
    var findings: [AccessFinding] = []
    var reasons: Set<OpenReason> = []
    let unreadable = old.unreadableCount + new.unreadableCount + (third?.set.unreadableCount ?? 0)
    if unreadable > 0 { reasons.insert(.unreadable(count: unreadable)) }
    let oldPart = ComparedPart(old, inside: entries)
    let newPart = ComparedPart(new, inside: entries)
    let thirdPart = third.map {
        ComparedThird(part: ComparedPart($0.set, inside: entries), isWanted: $0.isWanted)
    }
    // A qualifier says so of a key wherever it stands, also in statements that are not about what differs.
    var bounds = bounds
    for set in [old, new] + (third.map { [$0.set] } ?? []) { bounds.several.formUnion(set.severalKeys) }
    let cases = comparisonCases(oldPart, newPart, third: thirdPart?.part, bounds)
    reasons.formUnion(cases.reasons)
    for comparisonCase in cases.cases where comparisonCase.leavesAllow(of: newPart) {
        var search = GainSearch(old: oldPart, new: newPart, third: thirdPart, comparisonCase)
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
