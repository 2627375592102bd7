internal import WritModel

extension InMemoryContents {
    /// What can be written at once, and what a person has to confirm.
    func split(
        _ fields: FieldMap<Value>, inForce: FieldMap<Value>
    ) -> (direct: FieldMap<Value>, asked: FieldMap<Value>) {
        var direct: FieldMap<Value> = [:]
        var asked: FieldMap<Value> = [:]
        for (field, value) in fields {
            if needsConfirmation(field), inForce[field] != value {
                asked[field] = value
            } else {
                direct[field] = value
            }
        }
        return (direct, asked)
    }

    private func needsConfirmation(_ field: Field) -> Bool {
        capabilities[.user, field] == .asyncVerify && (field.isInvitation || confirmsContacts)
    }

    /// Sends a message about each value.
    mutating func ask(for asked: FieldMap<Value>, of user: Address) {
        for (field, value) in asked {
            guard case .text(let text) = value, let seconds = field.confirmationSeconds else { continue }
            state.objects[user]?.forget(field)
            state.objects[user]?.awaited.append(
                AwaitedConfirmation(field, text, requestedAt: now, until: now.advanced(by: seconds)))
            state.objects[user]?.awaited.sort(by: AwaitedConfirmation.isBefore)
        }
    }

    /// Whether the person has come by an invitation, and another one is wanted.
    func hasAccepted(_ object: ObservedObject, otherThan wanted: FieldMap<Value>) -> Bool {
        guard let old = Field.invitations.first(where: { object.fields[$0] != nil }) else { return false }
        return Field.invitations.contains { field in
            needsConfirmation(field) && wanted[field] != nil
                && (field != old || wanted[field] != object.fields[old])
        }
    }

    /// A person answers the message.
    mutating func confirm(_ field: Field, of user: Address) {
        guard let awaited = state.objects[user]?.awaited.first(where: { $0.field == field }) else { return }
        state.objects[user]?.forget(field)
        state.objects[user]?.fields[field] = .text(awaited.value)
        touch(user)
    }

    /// Somebody takes back what was asked.
    mutating func withdraw(_ field: Field, of user: Address, at moment: Instant) {
        guard let index = state.objects[user]?.awaited.firstIndex(where: { $0.field == field }) else {
            return
        }
        state.objects[user]?.awaited[index].withdrawnAt = moment
        touch(user)
    }
}

extension ObservedObject {
    /// Nothing is asked about the field any more; of invitations there is one at most.
    mutating func forget(_ field: Field) {
        awaited.removeAll { $0.field == field || $0.field.isInvitation && field.isInvitation }
    }
}
