/// A key that something can be encrypted to.
struct UsableKey: Hashable {
    /// How `gpg` is told to take this key and no other.
    let recipient: String
    /// The ids of those of its parts that may be encrypted to, one of which stands in the message.
    let keyIDs: [String]
}

/// What `gpg --with-colons` lists. Source: GnuPG's `doc/DETAILS`.
struct KeyListing {
    /// A primary key or a part of one.
    private struct Part {
        let isPrimary: Bool
        let validity: String
        let keyID: String
        let capabilities: String
        var fingerprint = ""

        /// Whether something may be encrypted to this very part.
        var encrypts: Bool { capabilities.contains("e") && problem == nil }

        var problem: DeliveryError.KeyProblem? {
            switch validity {
            case "r": .revoked
            case "e": .expired
            case "d": .disabled
            case "i", "n": .cannotEncrypt
            default: capabilities.contains("D") ? .disabled : nil
            }
        }
    }

    /// Each key: its primary part, then the others.
    private var keys: [[Part]] = []
    /// Whether a private key is among them.
    private(set) var holdsPrivateKey = false

    init(_ listing: [UInt8]) {
        for line in String(decoding: listing, as: UTF8.self).split(separator: "\n") {
            let fields = line.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
            guard fields.count > 11 || fields[0] == "fpr" && fields.count > 9 else { continue }
            switch fields[0] {
            case "pub", "sub":
                let part = Part(
                    isPrimary: fields[0] == "pub", validity: fields[1], keyID: fields[4],
                    capabilities: fields[11])
                if part.isPrimary {
                    keys.append([part])
                } else if !keys.isEmpty {
                    keys[keys.count - 1].append(part)
                }
            case "fpr":
                guard let last = keys.last?.indices.last else { continue }
                keys[keys.count - 1][last].fingerprint = fields[9].uppercased()
            case "sec", "ssb": holdsPrivateKey = true
            default: continue
            }
        }
    }

    /// Why a key cannot be used.
    struct Problem: Error {
        let kind: DeliveryError.KeyProblem
    }

    /// The key with exactly that fingerprint, be it that of a part of it.
    func key(_ fingerprint: String) -> Result<UsableKey, Problem> {
        for key in keys {
            guard let part = key.first(where: { $0.fingerprint == fingerprint }), let primary = key.first
            else {
                continue
            }
            if let problem = primary.problem ?? part.problem { return .failure(Problem(kind: problem)) }
            guard part.isPrimary else {
                guard part.encrypts else { return .failure(Problem(kind: .cannotEncrypt)) }
                return .success(UsableKey(recipient: fingerprint + "!", keyIDs: [part.keyID]))
            }
            // `gpg` takes the newest part that can be encrypted to; a mark would make it take the primary one.
            let usable = key.filter(\.encrypts)
            guard primary.capabilities.contains("E"), !usable.isEmpty else {
                let expired = key.contains { $0.capabilities.contains("e") && $0.problem == .expired }
                return .failure(Problem(kind: expired ? .expired : .cannotEncrypt))
            }
            return .success(UsableKey(recipient: fingerprint, keyIDs: usable.map(\.keyID)))
        }
        return .failure(Problem(kind: .unknown))
    }
}
