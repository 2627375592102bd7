internal import WritDigest
package import WritPlan

/// Refusals as text: the rule, the count, the limit, what is concerned, and what would lift it.
package func render(_ refusals: [Refusal], of plan: Plan, style: Style) -> String {
    var lines: [String] = []
    for refusal in refusals {
        lines.append(
            style.paint("refused[\(refusal.rule.rawValue)]", .error) + ": " + terminalSafe(refusal.message))
        if refusal.items.count > 1 { lines.append("  " + names(refusal.items)) }
    }
    let rules = refusals.map(\.rule).reduce(into: [GuardRule]()) { if !$0.contains($1) { $0.append($1) } }
    for rule in rules { lines.append(style.paint("help", .help) + ": " + help(rule, refusals, plan)) }
    return lines.joined(separator: "\n") + "\n"
}

private func help(_ rule: GuardRule, _ refusals: [Refusal], _ plan: Plan) -> String {
    if rule == .adoption {
        let addresses = refusals.filter { $0.rule == .adoption }.flatMap(\.items)
        let flags = addresses.prefix(3).map { "--adopt \(terminalSafe($0))" }.joined(separator: " ")
        let more = addresses.count > 3 ? " …" : ""
        return "to take them over as the manifests say, plan again with \(flags)\(more); "
            + "or write `adopt: true` into their metadata"
    }
    let advice =
        rule == .rewind
        ? "apply a commit that comes after it; in a shallow clone, fetch the whole history first. "
        : ""
    return advice + "if it is meant, save the plan with `--out FILE` and "
        + "`writ apply FILE --approve \(rule.rawValue)=\(plan.digest)`"
}
