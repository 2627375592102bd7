package import WritEngine
internal import WritModel
internal import WritPlan

/// Why a plan can no longer be applied, as text: every reason by name.
package func render(_ reasons: [StaleReason], style: Style) -> String {
    var lines = [style.paint("stale", .error) + ": the plan does not fit what is there any more"]
    lines += reasons.map { "  " + terminalSafe(sentence($0)) }
    lines.append(
        style.paint("help", .help) + ": make a new plan with `writ plan --out FILE` and have it reviewed")
    return lines.joined(separator: "\n") + "\n"
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
