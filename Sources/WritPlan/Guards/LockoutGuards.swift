import WritModel

/// Refuses what shuts out those who apply plans, or everybody: lists of addresses, identity providers, and access keys.
func lockoutRefusals(_ changes: [Change], _ context: GuardContext) -> [Refusal] {
    addressRefusals(changes, context) + providerRefusals(changes, context) + keyRefusals(changes, context)
}

/// Refuses a list of addresses from which the APIs are called that shuts out those who apply plans, who call them.
private func addressRefusals(_ changes: [Change], _ context: GuardContext) -> [Refusal] {
    changes.flatMap { change in
        complaints(about: change, applierAddresses: context.settings.applierAddresses).map {
            Refusal(.lockout, $0, items: [change.address.description])
        }
    }
}

private func complaints(about change: Change, applierAddresses: [AddressRange]) -> [String] {
    guard let list = change.effect.value(of: .apiAllowFrom) else { return [] }
    let before = list.before.admittedRanges
    let after = list.after.admittedRanges
    if !applierAddresses.isEmpty {
        return applierAddresses.filter { !after.cover($0) }.map {
            "`api.allowFrom` would not admit \($0), from where plans are applied"
        }
    }
    if before.allSatisfy(after.cover) { return [] }
    return [
        "`api.allowFrom` would admit fewer addresses, and no `applierAddresses:` in `writ.yaml` says from where plans "
            + "are applied"
    ]
}

extension Effect {
    /// What a field had and gets, where the effect sets it.
    fileprivate func value(of field: Field) -> (before: Value?, after: Value?)? {
        switch self {
        case .create(let fields): fields[field].map { (nil, $0) }
        case .update(let fields): fields.first { $0.field == field }.map { ($0.before, $0.after) }
        default: nil
        }
    }
}
