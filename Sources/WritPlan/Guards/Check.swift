package import WritDigest

/// What the guards say to `changes`, in the order of the rules.
package func refusals(of changes: [Change], _ context: GuardContext) -> [Refusal] {
    let all =
        changeLimitRefusals(changes, context) + commitRefusals(context) + objectRefusals(changes, context)
        + lockoutRefusals(changes, context) + accessRefusals(changes, context)
    return GuardRule.allCases.flatMap { rule in all.filter { $0.rule == rule } }
}

/// A person's leave for one rule to be broken by one plan.
package struct Approval: Hashable, Sendable {
    /// The rule that may be broken.
    package var rule: GuardRule
    /// The plan that may break it.
    package var digest: Digest

    package init(_ rule: GuardRule, _ digest: Digest) {
        self.rule = rule
        self.digest = digest
    }

    /// Reads `RULE=sha256:…`; `nil` for an unknown rule, one that no approval lifts, or no digest.
    package init?(parsing text: String) {
        guard let equals = text.firstIndex(of: "="), let rule = GuardRule(rawValue: String(text[..<equals])),
            rule != .adoption, let digest = Digest(parsing: String(text[text.index(after: equals)...]))
        else { return nil }
        self.init(rule, digest)
    }
}

/// A plan that every guard has let pass, or a person has approved: the only thing that can be applied.
package struct CheckedPlan: Hashable, Sendable {
    /// The plan that passed.
    package let plan: Plan
    /// The refusals that were lifted.
    package let approved: [Refusal]

    fileprivate init(_ plan: Plan, approved: [Refusal]) {
        self.plan = plan
        self.approved = approved
    }
}

/// What came of asking the guards.
package enum CheckResult: Hashable, Sendable {
    case checked(CheckedPlan)
    /// The refusals that no approval lifts.
    case refused([Refusal])
}

/// Asks the guards about `plan`; an approval lifts its rule only for the plan with its digest.
package func check(_ plan: Plan, _ context: GuardContext, approvals: [Approval]) -> CheckResult {
    let digest = plan.digest
    let lifted = Set(approvals.filter { $0.digest == digest }.map(\.rule))
    let all = refusals(of: plan.changes, context)
    let standing = all.filter { !lifted.contains($0.rule) }
    guard standing.isEmpty else { return .refused(standing) }
    return .checked(CheckedPlan(plan, approved: all))
}
