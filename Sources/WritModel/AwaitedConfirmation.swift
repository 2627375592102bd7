/// A value that a store was asked for and that is not live until a person confirms it.
///
/// A new e-mail address or phone number is one: its owner follows the link of a message, and until then the former one
/// stays in force. An invitation is another: its address becomes the user's once it is accepted. Asking again sends
/// another message, so that a plan does not while one can still be answered.
/// Source: Volcengine, "secure contact information", 24 hours.
package struct AwaitedConfirmation: Hashable, Sendable {
    /// The field that gets the value.
    package var field: Field
    /// What was asked for.
    package var value: String
    /// When the message was sent.
    package var requestedAt: Instant
    /// Until when it can be answered.
    package var until: Instant
    /// When it was taken back; `nil` while it was not.
    package var withdrawnAt: Instant?

    /// A value that was asked for, as it was read.
    package init(
        _ field: Field, _ value: String, requestedAt: Instant, until: Instant, withdrawnAt: Instant? = nil
    ) {
        self.field = field
        self.value = value
        self.requestedAt = requestedAt
        self.until = until
        self.withdrawnAt = withdrawnAt
    }

    /// What became of it.
    package enum State: String, Sendable {
        /// It can still be confirmed.
        case pending
        /// Nobody confirmed it in time.
        case expired
        /// It was taken back.
        case withdrawn
    }

    /// What became of it by `asOf`. One that was confirmed is none any more: the field has its value.
    package func state(asOf: Instant) -> State {
        if withdrawnAt != nil { return .withdrawn }
        return asOf < until ? .pending : .expired
    }

    /// By field: the order in every output.
    package static func isBefore(_ a: AwaitedConfirmation, _ b: AwaitedConfirmation) -> Bool {
        (a.field, a.requestedAt) < (b.field, b.requestedAt)
    }
}

extension Field {
    /// For how many seconds a message about the field's value can be answered; `nil` for a field without messages.
    ///
    /// A day for contacts, as Volcengine has it; for invitations no vendor says, and a week is ours.
    package var confirmationSeconds: Int64? {
        switch self {
        case .email, .phone: 86_400
        case .invitationEmail, .invitationPhone, .invitationAccount: 7 * 86_400
        default: nil
        }
    }

    /// Whether it says whom an invitation goes to. A user has one of them at most.
    package var isInvitation: Bool { Field.invitations.contains(self) }

    /// The fields that say whom an invitation goes to.
    package static let invitations: [Field] = [.invitationEmail, .invitationPhone, .invitationAccount]
}

extension ObservedObject {
    /// The address of the invitation that the user has accepted; `nil` where there is none. Not of an object that
    /// ``awaiting(asOf:)`` answered.
    package var acceptedInvitation: AcceptedInvitation? {
        for field in Field.invitations {
            if let value = fields[field] { return AcceptedInvitation(field: field, value: value) }
        }
        return nil
    }

    /// The object with every value that can still be confirmed in its field: what it will be if nobody does anything,
    /// and what asking again would not bring nearer.
    package func awaiting(asOf: Instant) -> ObservedObject {
        guard !awaited.isEmpty else { return self }
        var object = self
        for confirmation in awaited where confirmation.state(asOf: asOf) == .pending {
            if confirmation.field.isInvitation {
                for field in Field.invitations { object.fields[field] = nil }
            }
            object.fields[confirmation.field] = .text(confirmation.value)
        }
        return object
    }
}

/// An invitation that was accepted: the person is there, and no other can be invited in their place.
package struct AcceptedInvitation: Hashable, Sendable {
    /// Which of ``Field/invitations`` it is.
    package var field: Field
    /// The address.
    package var value: Value

    /// The field of `wanted` that invites somebody else.
    package func conflict(with wanted: FieldMap<Value>) -> Field? {
        Field.invitations.first { other in
            wanted[other].map { other != field || $0 != value } ?? false
        }
    }
}

extension ObservedState {
    /// The state with what can still be confirmed in its fields; see ``ObservedObject/awaiting(asOf:)``.
    package func awaiting(asOf: Instant) -> ObservedState {
        var state = self
        for (address, object) in objects where !object.awaited.isEmpty {
            state.objects[address] = object.awaiting(asOf: asOf)
        }
        return state
    }
}
