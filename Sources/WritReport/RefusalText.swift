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
    for advice in advice(refusals, plan) { lines.append(style.paint("help", .help) + ": " + advice) }
    return lines.joined(separator: "\n") + "\n"
}

/// What to do: first what no approval can lift, last the one command that lifts the rest.
func advice(_ refusals: [Refusal], _ plan: Plan) -> [String] {
    var advice: [String] = []
    let adoptions = refusals.filter { $0.rule == .adoption }.flatMap(\.items)
    if !adoptions.isEmpty {
        let flags = adoptions.prefix(3).map { "--adopt \(terminalSafe($0))" }.joined(separator: " ")
        advice.append(
            "to take them over as the manifests say, plan again with \(flags)\(adoptions.count > 3 ? " …" : ""); "
                + "or write `adopt: true` into their metadata")
    }
    let rules = GuardRule.allCases.filter { rule in
        rule != .adoption && refusals.contains { $0.rule == rule }
    }
    if rules.contains(.rewind) {
        advice.append(
            "apply a commit that comes after it; in a shallow clone, fetch the whole history first; "
                + "a new repository for an account that another one managed needs the approval once")
    }
    if !rules.isEmpty {
        let approvals = rules.map { "--approve \($0.rawValue)=\(plan.digest)" }.joined(separator: " ")
        guard plan.binding.snapshotAt == nil else {
            let names = rules.map(\.rawValue).joined(separator: ", ")
            return advice + [
                "if it is meant, it takes approvals for \(names) on a plan of the live store; "
                    + "this one is of a snapshot"
            ]
        }
        advice.append(
            "if it is meant, save the plan with `--out FILE` and `writ apply FILE \(approvals)`")
    }
    return advice
}
