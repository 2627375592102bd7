/// A credential that a manifest asks for, such as a password; its value has no field anywhere.
package struct DeclaredCredential: Hashable, Sendable {
    /// A new value replaces the old one when this rises. It never falls.
    package var generation: Int
    /// The recipient a new value is encrypted to; `nil` in what a store answers.
    package var deliverTo: Recipient?

    /// A credential of that generation; without a recipient none is made.
    package init(generation: Int, deliverTo: Recipient? = nil) {
        self.generation = generation
        self.deliverTo = deliverTo
    }

    /// As a store answers it: to whom it went is known to nobody.
    package var asObserved: DeclaredCredential { DeclaredCredential(generation: generation) }
}

/// An access key that a manifest asks for; its secret has no field anywhere.
package struct DeclaredAccessKey: Hashable, Sendable {
    /// Whether the key can be used.
    package enum Status: String, CaseIterable, Sendable { case active, inactive }

    /// The name, unique among the user's keys.
    package var name: String
    /// Whether it can be used.
    package var status: Status
    /// A new key takes the place of the old one when this rises. It never falls.
    package var generation: Int
    /// The generation that whoever uses the key is known to have; the ones before it may go.
    package var confirmed: Int?
    /// The recipient a new key is encrypted to; `nil` in what a store answers.
    package var deliverTo: Recipient?

    /// A key of that name; without a recipient none is made.
    package init(
        name: String, status: Status = .active, generation: Int = 1, confirmed: Int? = nil,
        deliverTo: Recipient? = nil
    ) {
        self.name = name
        self.status = status
        self.generation = generation
        self.confirmed = confirmed
        self.deliverTo = deliverTo
    }

    /// As a store answers it.
    package var asObserved: DeclaredAccessKey {
        DeclaredAccessKey(name: name, status: status, generation: generation)
    }
}
