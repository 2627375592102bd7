internal import WritModel
internal import WritPlan

extension InMemoryContents {
    /// A sentence about the first object that the change alters and that is not the account's own.
    func refusalByReservation(of change: Change) -> String? {
        for address in change.altered {
            if let reservation = state.objects[address]?.reserved,
                let refusal = change.refusal(by: ReservedObject(address, reservation))
            {
                return refusal
            }
        }
        return nil
    }

    /// A sentence about the first field that the store does not have.
    func unsupportedField(of change: Change) -> String? {
        let fields: [Field] =
            switch change.effect {
            case .create(let fields): fields.fields
            case .update(let changes): changes.map(\.field)
            default: []
            }
        return fields.first { capabilities[change.address.kind, $0] == .unsupported }
            .map { "the store has no field `\($0.rawValue)`" }
    }
}
