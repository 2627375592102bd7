import WritModel

/// Refuses address lists that shut out those who apply plans.
func lockoutRefusals(_ changes: [Change], _ context: GuardContext) -> [Refusal] {
    changes.flatMap { change -> [Refusal] in
        guard change.address.kind == .securitySettings else { return [] }
        return addressLists(in: change.effect).flatMap { list -> [Refusal] in
            let messages = complaints(about: list, applierAddresses: context.settings.applierAddresses)
            return messages.map { Refusal(.lockout, $0, items: [change.address.description]) }
        }
    }
}

/// An address list that a change sets.
private struct AddressListChange {
    var field: Field
    var before: [AddressRange]
    var after: [AddressRange]
}

/// The lists of addresses from which the APIs are called that an effect sets: plans are applied through the APIs.
private func addressLists(in effect: Effect) -> [AddressListChange] {
    let values: [(field: Field, before: Value?, after: Value?)] =
        switch effect {
        case .create(let fields): fields.map { ($0.field, nil, $0.value) }
        case .update(let fields): fields.map { ($0.field, $0.before, $0.after) }
        default: []
        }
    return values.compactMap { field, before, after -> AddressListChange? in
        guard field == .apiAllowFrom, after != nil else { return nil }
        return AddressListChange(field: field, before: before.admittedRanges, after: after.admittedRanges)
    }
}

private func complaints(about list: AddressListChange, applierAddresses: [AddressRange]) -> [String] {
    let name = "`\(list.field.rawValue)`"
    if applierAddresses.isEmpty {
        return list.before.allSatisfy(list.after.cover)
            ? []
            : [
                "\(name) would admit fewer addresses, and no `applierAddresses:` in `writ.yaml` says from where "
                    + "plans are applied"
            ]
    }
    return applierAddresses.filter { !list.after.cover($0) }.map {
        "\(name) would not admit \($0), from where plans are applied"
    }
}
