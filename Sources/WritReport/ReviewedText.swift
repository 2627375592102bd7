package import WritDigest
package import WritPlan
internal import WritModel

/// Why a plan is not the one that was reviewed, as text.
///
/// - Parameter before: the reviewed plan, for naming what differs; without it the fresh plan's changes are listed.
package func renderUnreviewed(
    _ fresh: Plan, reviewed: Digest, before: Plan?, style: Style
) -> String {
    var lines = [
        style.paint("refused", .error) + ": what would be done now is not what was reviewed",
        "  reviewed \(reviewed)", "  now      \(fresh.effectDigest)",
    ]
    if let before {
        let old = Set(before.changes.map(\.effectDigest))
        let new = Set(fresh.changes.map(\.effectDigest))
        lines += before.changes.filter { !new.contains($0.effectDigest) }.map {
            "  reviewed, not needed now: " + terminalSafe($0.summary)
        }
        lines += fresh.changes.filter { !old.contains($0.effectDigest) }.map {
            "  needed now, not reviewed: " + terminalSafe($0.summary)
        }
        if before.binding.target != fresh.binding.target {
            lines.append("  reviewed for target \(before.binding.target), now \(fresh.binding.target)")
        } else if before.binding.paths != fresh.binding.paths {
            lines.append("  the target's paths in `writ.yaml` are others")
        }
    } else {
        lines += fresh.changes.prefix(shownChanges).map { "  needed now: " + terminalSafe($0.summary) }
        let more = fresh.changes.count - shownChanges
        if more > 0 { lines.append("  and \(counted(more, "more change"))") }
        if fresh.changes.isEmpty { lines.append("  nothing is needed now") }
    }
    lines.append(
        style.paint("help", .help)
            + ": somebody changed the store or the branch since the review; plan again and have it reviewed")
    return lines.joined(separator: "\n") + "\n"
}

/// How many changes are listed where the reviewed plan is not at hand.
private let shownChanges = 20
