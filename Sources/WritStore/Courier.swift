package import WritModel
package import WritPlan

/// A credential that was just made. Its value exists here and nowhere else.
package struct CreatedCredential: Sendable {
    /// Whose it is.
    package var user: Address
    /// What was asked for.
    package var order: CredentialOrder
    /// The store's id, for an access key; empty for a password.
    package var id: String
    /// The value.
    package var secret: Secret
    /// When it was made.
    package var createdAt: Instant

    /// A credential whose value is `secret`.
    package init(user: Address, order: CredentialOrder, id: String, secret: Secret, createdAt: Instant) {
        self.user = user
        self.order = order
        self.id = id
        self.secret = secret
        self.createdAt = createdAt
    }
}

/// A credential that only its recipient can read.
package struct SealedCredential: Hashable, Sendable {
    /// Whose it is.
    package var user: Address
    /// What was asked for.
    package var order: CredentialOrder
    /// The store's id, for an access key; empty for a password.
    package var id: String
    /// The value as the recipient's program reads it, in letters of ASCII.
    package var armored: String

    /// A credential whose value is in `armored`.
    package init(user: Address, order: CredentialOrder, id: String, armored: String) {
        self.user = user
        self.order = order
        self.id = id
        self.armored = armored
    }
}

/// Brings credentials to whom they are for: encrypts them at once, and hands over what is encrypted.
package protocol Courier: Sendable {
    /// Whether such a credential could be encrypted and handed over: asked before anything is made.
    func check(_ order: CredentialOrder, for user: Address) async throws(CourierError)

    /// Encrypts a credential to its recipient.
    func seal(_ credential: CreatedCredential) async throws(CourierError) -> SealedCredential

    /// Hands over; doing so again with the same credential changes nothing.
    func deliver(_ sealed: SealedCredential) async throws(CourierError)
}

/// Why a credential cannot be brought to whom it is for. Tells nothing of its value.
package struct CourierError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A lower-case clause.
    package var description: String
    /// What to do about it.
    package var help: String?

    /// An error that says `description`.
    package init(_ description: String, help: String? = nil) {
        self.description = description
        self.help = help
    }
}

/// Where nobody said to where credentials go: none is made.
package struct NoCourier: Courier {
    /// The one there is.
    package init() {}

    private static let problem = CourierError(
        "nobody said where new credentials go",
        help: "give `--credentials FOLDER`, or `--credentials -` for standard output")

    package func check(_ order: CredentialOrder, for user: Address) throws(CourierError) {
        throw NoCourier.problem
    }

    package func seal(_ credential: CreatedCredential) throws(CourierError) -> SealedCredential {
        throw NoCourier.problem
    }

    package func deliver(_ sealed: SealedCredential) throws(CourierError) { throw NoCourier.problem }
}
