internal import WritModel

/// Refuses changes of agencies that a service may have made for itself, for as long as nobody has said that they are ours: what is
/// owned was made by a plan, or taken over with leave.
func reservedRefusals(
    _ changes: [Change], _ former: FormerNames, _ context: GuardContext
) -> [Refusal] {
    var found: [Address: Set<Action>] = [:]
    for change in changes where change.action != .release {
        for address in change.altered {
            let live = former[address]
            guard context.observed.objects[live]?.reserved == .serviceAgency,
                context.applied.objects[live] == nil
            else { continue }
            found[live, default: []].insert(change.action)
        }
    }
    return found.sorted { $0.key < $1.key }.map { address, actions in
        let words = Action.allCases.filter(actions.contains).map(\.rawValue).joined(separator: ", ")
        return Refusal(
            .reserved,
            "`\(address)` lets a service in, which may have made it and stops working with another: \(words)",
            items: [address.description])
    }
}
