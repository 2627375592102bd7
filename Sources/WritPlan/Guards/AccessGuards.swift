internal import WritModel
internal import WritPolicy

/// Refuses plans that lock the account out on the way, or hand out more of what is dangerous than the limit allows.
func accessRefusals(_ changes: [Change], _ context: GuardContext) -> [Refusal] {
    guard let access = context.access else { return [] }
    return administratorRefusals(changes, access) + applierRefusals(changes, access)
        + sensitiveGrantRefusals(access, context)
}

/// The fewest effective administrators that a plan may leave at any moment, unless there were fewer before.
private let fewestAdministrators = 2

private func administratorRefusals(_ changes: [Change], _ access: AccessEffect) -> [Refusal] {
    let before = access.administratorsBefore.count
    let limit = min(fewestAdministrators, before)
    guard access.administratorsLowest < limit else { return [] }
    let after = access.lowestAfter.map { " after `\(changes[$0].summary)`" } ?? ""
    return [
        Refusal(
            .administrators,
            "of \(before) effective administrators the plan leaves \(access.administratorsLowest)\(after)",
            count: access.administratorsLowest, limit: limit,
            items: access.administratorsBefore.sorted().map { "user/\($0)" })
    ]
}

private func applierRefusals(_ changes: [Change], _ access: AccessEffect) -> [Refusal] {
    access.appliers.compactMap { check in
        let message: String
        switch check.outcome {
        case .kept, .absent: return nil
        case .loses(let place, let witness):
            let what = witness.map { "`\(shownGeneric($0.action))`" } ?? "everything"
            message =
                "\(check.applier), which applies plans, loses \(what) after `\(changes[place].summary)`"
        case .open(let place, let reasons):
            let why = reasons.map(\.description).joined(separator: "; ")
            message =
                "whether \(check.applier), which applies plans, keeps its rights after `\(changes[place].summary)` "
                + "cannot be told: \(why)"
        }
        return Refusal(.applier, message, items: [check.applier.description])
    }
}

private func sensitiveGrantRefusals(_ access: AccessEffect, _ context: GuardContext) -> [Refusal] {
    guard let limit = context.settings.maxSensitiveGrants else { return [] }
    let grants = access.comparison.effective.filter { $0.direction == .gained && $0.danger >= .sensitive }
    // A trust has no principals of this account and counts as one.
    let count = grants.reduce(0) { $0 + max($1.principals.count, 1) }
    guard count > limit else { return [] }
    return [
        Refusal(
            .sensitiveGrants, "\(count) sensitive grants would be made", count: count, limit: limit,
            items: Set(grants.flatMap(\.principals)).sorted().map(\.description))
    ]
}
