package import WritModel
package import WritPlan
package import WritStore

/// A courier that "encrypts" so that tests can read it, writes down what was handed over, and can be made to fail.
package actor RecordingCourier: Courier {
    /// What was handed over, in order; twice where it was handed over twice.
    package private(set) var delivered: [SealedCredential] = []
    private var sealFailures = 0
    private var deliveryFailures = 0
    private var refused: Set<Recipient> = []

    /// A courier that fails at nothing.
    package init() {}

    /// Lets the next `count` credentials not be encrypted.
    package func failSealing(_ count: Int) { sealFailures = count }

    /// Lets the next `count` deliveries fail.
    package func failDelivering(_ count: Int) { deliveryFailures = count }

    /// Lets nothing be encrypted to `recipient`.
    package func refuse(_ recipient: Recipient) { refused.insert(recipient) }

    package func check(_ order: CredentialOrder, for user: Address) throws(CourierError) {
        if refused.contains(order.recipient) { throw CourierError("nothing can be encrypted to it") }
    }

    package func seal(_ credential: CreatedCredential) throws(CourierError) -> SealedCredential {
        if sealFailures > 0 {
            sealFailures -= 1
            throw CourierError("the program for encrypting failed")
        }
        return SealedCredential(
            user: credential.user, order: credential.order, id: credential.id,
            armored: "sealed " + credential.secret.withBytes { String(decoding: $0, as: UTF8.self) })
    }

    package func deliver(_ sealed: SealedCredential) throws(CourierError) {
        if deliveryFailures > 0 {
            deliveryFailures -= 1
            throw CourierError("the folder is full")
        }
        delivered.append(sealed)
    }
}
