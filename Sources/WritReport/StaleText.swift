package import WritEngine
internal import WritModel
internal import WritPlan

/// Why a plan can no longer be applied, as text: every reason by name.
package func render(_ reasons: [StaleReason], style: Style) -> String {
    var lines = [style.paint("stale", .error) + ": the plan does not fit what is there any more"]
    // One change that would do something else by now reads as two, of which each seems to deny the other.
    let vanished = Set(reasons.compactMap(\.vanishedSummary))
    let altered = vanished.intersection(reasons.compactMap(\.appearedSummary))
    for reason in reasons {
        if let summary = reason.appearedSummary, altered.contains(summary) { continue }
        let isAltered = reason.vanishedSummary.map(altered.contains) ?? false
        let text = isAltered ? "not the same any more: \(reason.vanishedSummary ?? "")" : sentence(reason)
        lines.append("  " + terminalSafe(text))
    }
    lines.append(
        style.paint("help", .help) + ": make a new plan with `writ plan --out FILE` and have it reviewed")
    return lines.joined(separator: "\n") + "\n"
}

extension StaleReason {
    fileprivate var vanishedSummary: String? {
        if case .vanished(let change) = self { change.summary } else { nil }
    }

    fileprivate var appearedSummary: String? {
        if case .appeared(let change) = self { change.summary } else { nil }
    }
}

private func sentence(_ reason: StaleReason) -> String {
    switch reason {
    case .expired(let end): "it expired at \(end)"
    case .otherTool(let plan, let this): "it was made by Writ \(plan), this is \(this)"
    case .otherTarget(let plan, let this): "it is for target \(plan), not \(this)"
    case .otherAccount(let plan, let this): "it is for account \(plan), the store answers for \(this)"
    case .otherLineage: "it was made against another ledger"
    case .otherCommit(let plan, let this): "it is for commit \(plan), not \(this)"
    case .otherGuards: "the guard settings have changed"
    case .changed(let key, nil, _): "\(key) is there now"
    case .changed(let key, _, nil): "\(key) is gone"
    case .changed(let key, let was?, let now?): "\(key) has changed (version \(was), now \(now))"
    case .vanished(let change): "no longer needed: \(change.summary)"
    case .appeared(let change): "needed besides: \(change.summary)"
    }
}
