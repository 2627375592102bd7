package import WritModel

/// Which of a user's credentials.
package enum CredentialName: Hashable, Sendable, CustomStringConvertible {
    /// The one with which a person logs in.
    case password
    /// The access key of that name.
    case accessKey(String)

    package var description: String {
        switch self {
        case .password: "password"
        case .accessKey(let name): "access key `\(name)`"
        }
    }

    /// The field that asks for it.
    package var field: Field {
        switch self {
        case .password: .consoleInitialPassword
        case .accessKey: .accessKeysKeys
        }
    }
}

/// A credential that is to be made and delivered. Its value is nowhere but with whom it is for.
package struct CredentialOrder: Hashable, Sendable {
    /// Which.
    package var name: CredentialName
    /// Which value of it: a higher one is another.
    package var generation: Int
    /// To whom the value is encrypted.
    package var recipient: Recipient

    /// An order for a value of that generation.
    package init(_ name: CredentialName, generation: Int, recipient: Recipient) {
        self.name = name
        self.generation = generation
        self.recipient = recipient
    }
}

/// A live access key, as a change names it.
package struct AccessKeyReference: Hashable, Sendable {
    /// The store's id.
    package var id: String
    /// The name in the manifest; for a key that Writ did not make, its id.
    package var name: String
    /// Which of its name.
    package var generation: Int

    /// A reference to the key with that id.
    package init(id: String, name: String, generation: Int) {
        self.id = id
        self.name = name
        self.generation = generation
    }

    /// A reference to `key`.
    package init(_ key: LiveAccessKey) {
        self.init(id: key.id, name: key.name, generation: key.generation)
    }
}

extension CredentialOrder {
    /// The members that an effect's JSON has; ``init(json:)`` reads them back.
    package var members: [JSONValue.Member] {
        var members: [JSONValue.Member] = []
        switch name {
        case .password: members.append(.init("credential", "password"))
        case .accessKey(let name):
            members += [.init("credential", "accessKey"), .init("name", .string(name))]
        }
        return members + [
            .init("generation", .integer(generation)), .init("recipient", .string(recipient.description)),
        ]
    }

    /// Reads ``members`` back.
    package init?(json: JSONValue) {
        guard let generation = json["generation"]?.integer, let text = json["recipient"]?.string,
            let recipient = try? Recipient(parsing: text)
        else {
            return nil
        }
        switch (json["credential"]?.string, json["name"]?.string) {
        case ("password", nil): self.init(.password, generation: generation, recipient: recipient)
        case ("accessKey", let name?):
            self.init(.accessKey(name), generation: generation, recipient: recipient)
        default: return nil
        }
    }
}

extension AccessKeyReference {
    /// The reference as JSON; ``init(json:)`` reads it back.
    package var json: JSONValue {
        ["id": .string(id), "name": .string(name), "generation": .integer(generation)]
    }

    /// Reads ``json`` back.
    package init?(json: JSONValue) {
        guard let id = json["id"]?.string, let name = json["name"]?.string,
            let generation = json["generation"]?.integer
        else { return nil }
        self.init(id: id, name: name, generation: generation)
    }
}
