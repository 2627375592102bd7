package import WritModel

/// Where encrypted credentials go.
package enum DeliveryPlace: Hashable, Sendable {
    /// A folder, made where there is none, which gets a file for each.
    case folder(path: String)
    /// Whoever prints: the text is given back.
    case standardOutput
}

/// An encrypted credential that has arrived.
package enum Delivered: Hashable, Sendable {
    /// In that file, on the disk.
    case file(path: String)
    /// In that text, which the caller prints: a comment that says which, then the armored lines.
    case text(String)
}

extension DeliveryPlace {
    /// Finds out whether a credential could be put here now, and makes the folder. To be asked before it is created.
    ///
    /// - Throws: ``DeliveryError/alreadyThere(path:)`` where there is a file of its name, of this credential or another;
    ///   ``DeliveryError/cannotWrite(path:reason:)``.
    package func check(_ recipient: Recipient, for label: CredentialLabel) throws(DeliveryError) {
        guard case .folder(let path) = self else { return }
        try DeliveryFolder(path: path).check(label.fileName(recipient.form))
    }

    /// Puts a credential here.
    ///
    /// A file is there whole, on the disk, or not at all; where a file of its name is there already, the same bytes are
    /// well and others are an error.
    package func put(
        _ ciphertext: Ciphertext, _ label: CredentialLabel, to recipient: Recipient
    ) throws(DeliveryError) -> Delivered {
        switch self {
        case .folder(let path):
            .file(
                path: try DeliveryFolder(path: path).write(
                    ciphertext.text, as: label.fileName(ciphertext.form)))
        case .standardOutput:
            .text(label.comment(to: recipient) + ciphertext.text)
        }
    }
}

/// Encrypts a credential that was just created and puts it where it belongs.
///
/// - Throws: ``DeliveryError``; nothing was delivered then.
package func deliver(
    _ credential: LabelledCredential, to recipient: Recipient, by encrypter: Encrypter,
    at place: DeliveryPlace
) throws(DeliveryError) -> Delivered {
    let ciphertext = try encrypter.encrypt(credential, to: recipient)
    return try place.put(ciphertext, credential.label, to: recipient)
}

extension Recipient {
    /// The form of what is encrypted to it.
    var form: Ciphertext.Form {
        switch key {
        case .age, .ssh: .age
        case .openPGP: .openPGP
        }
    }
}

extension CredentialLabel {
    /// A line before the armored ones, of which programs that decrypt know nothing: what follows the `#` is JSON.
    func comment(to recipient: Recipient) -> String {
        let members = members(id: nil).filter { $0.name != "id" }
        return "# " + JSONValue.object(members + [.init("to", .string(recipient.description))]).compactText
            + "\n"
    }
}
