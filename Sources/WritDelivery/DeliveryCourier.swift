package import WritModel
package import WritPlan
package import WritStore

/// Brings credentials to whom they are for with `age` and `gpg`, into a folder or to whoever prints.
package struct DeliveryCourier: Courier {
    private let target: String
    private let account: String
    private let encrypter: Encrypter
    private let place: DeliveryPlace
    private let report: @Sendable (Delivered) -> Void

    /// - Parameters:
    ///   - target: the target's name.
    ///   - account: the account, as the target names it.
    ///   - report: told of each credential that was handed over; called on no particular thread.
    package init(
        target: String, account: String, encrypter: Encrypter = Encrypter(), place: DeliveryPlace,
        report: @escaping @Sendable (Delivered) -> Void
    ) {
        self.target = target
        self.account = account
        self.encrypter = encrypter
        self.place = place
        self.report = report
    }

    package func check(_ order: CredentialOrder, for user: Address) throws(CourierError) {
        do {
            try encrypter.check(order.recipient)
            try place.check(order.recipient, for: label(order, user))
        } catch {
            throw CourierError(error)
        }
    }

    package func seal(_ credential: CreatedCredential) throws(CourierError) -> SealedCredential {
        let labelled = LabelledCredential(
            label(credential.order, credential.user), id: credential.id.isEmpty ? nil : credential.id,
            secret: credential.secret, createdAt: credential.createdAt)
        do {
            let ciphertext = try encrypter.encrypt(labelled, to: credential.order.recipient)
            return SealedCredential(
                user: credential.user, order: credential.order, id: credential.id, armored: ciphertext.text)
        } catch {
            throw CourierError(error)
        }
    }

    package func deliver(_ sealed: SealedCredential) throws(CourierError) {
        let recipient = sealed.order.recipient
        do {
            let ciphertext = Ciphertext(recipient.form, text: sealed.armored)
            report(try place.put(ciphertext, label(sealed.order, sealed.user), to: recipient))
        } catch {
            throw CourierError(error)
        }
    }

    private func label(_ order: CredentialOrder, _ user: Address) -> CredentialLabel {
        let sort: CredentialLabel.Sort =
            switch order.name {
            case .password: .password
            case .accessKey(let name): .accessKey(name: name)
            }
        return CredentialLabel(
            target: target, account: account, user: user.name, sort: sort, generation: order.generation)
    }
}

extension CourierError {
    fileprivate init(_ error: DeliveryError) { self.init(error.description, help: error.help) }
}
