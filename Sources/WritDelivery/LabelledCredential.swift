package import WritModel

/// Which credential: known before its value is.
package struct CredentialLabel: Hashable, Sendable {
    /// What sort of credential.
    package enum Sort: Hashable, Sendable {
        case password
        /// An access key, by the name that the manifest gives it.
        case accessKey(name: String)
    }

    /// The target's name in `writ.yaml`.
    package var target: String
    /// The account, as the store answers for it.
    package var account: String
    /// The user's name.
    package var user: String
    /// What sort.
    package var sort: Sort
    /// The generation that the manifest asks for.
    package var generation: Int

    /// The label of one credential.
    package init(target: String, account: String, user: String, sort: Sort, generation: Int) {
        self.target = target
        self.account = account
        self.user = user
        self.sort = sort
        self.generation = generation
    }

    /// The members of the document up to the secret.
    func members(id: String?) -> [JSONValue.Member] {
        let (kind, name): (String, JSONValue) =
            switch sort {
            case .password: ("password", .null)
            case .accessKey(let name): ("access-key", .string(name))
            }
        return [
            .init("writ", "credential/v1"), .init("target", .string(target)),
            .init("account", .string(account)),
            .init("user", .string(user)), .init("kind", .string(kind)), .init("name", name),
            .init("generation", .integer(generation)), .init("id", id.map(JSONValue.string) ?? .null),
        ]
    }
}

/// A password or an access key that was just created.
package struct LabelledCredential: Sendable {
    /// Which.
    package var label: CredentialLabel
    /// The access key's id, which is no secret; `nil` for a password.
    package var id: String?
    /// The password, or the secret half of the access key.
    package var secret: Secret
    /// When.
    package var createdAt: Instant

    /// A credential and what was made for it.
    package init(_ label: CredentialLabel, id: String?, secret: Secret, createdAt: Instant) {
        self.label = label
        self.id = id
        self.secret = secret
        self.createdAt = createdAt
    }

    /// What is encrypted: one line of JSON.
    ///
    /// - Throws: ``DeliveryError/unfitSecret(reason:)`` for a secret that is no text.
    func document() throws(DeliveryError) -> Secret {
        let isText = secret.withBytes(isUTF8)
        guard isText else { throw .unfitSecret(reason: "is not UTF-8") }
        guard secret.count <= 4096 else { throw .unfitSecret(reason: "has \(secret.count) bytes") }
        let head = JSONValue.object(label.members(id: id)).compactText.dropLast() + #","secret":""#
        let tail = #"","createdAt":"\#(createdAt)"}"# + "\n"
        return secret.withBytes { secret in
            let escaped = secret.reduce(0) { $0 + escape($1).count }
            return Secret(count: head.utf8.count + escaped + tail.utf8.count) { memory in
                var end = 0
                func add(_ bytes: some Sequence<UInt8>) {
                    for byte in bytes {
                        memory[end] = byte
                        end += 1
                    }
                }
                add(head.utf8)
                for byte in secret { add(escape(byte)) }
                add(tail.utf8)
            }
        }
    }
}

/// A byte of a text as JSON writes it between quotes.
private func escape(_ byte: UInt8) -> [UInt8] {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): return [UInt8(ascii: "\\"), byte]
    case 0..<0x20, 0x7F:
        let digits = Array("0123456789abcdef".utf8)
        return Array(#"\u00"#.utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    default: return [byte]
    }
}

/// Whether `bytes` are a text, found out without making one.
private func isUTF8(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var decoder = UTF8()
    var input = bytes.makeIterator()
    while true {
        switch decoder.decode(&input) {
        case .scalarValue: continue
        case .emptyInput: return true
        case .error: return false
        }
    }
}
