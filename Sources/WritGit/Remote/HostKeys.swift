/// A public key of an ssh server.
struct HostKey: Hashable, Sendable {
    /// Such as `ssh-ed25519`.
    var type: String
    /// The key as OpenSSH writes it, in base64.
    var text: String
}

/// What the known hosts say about one host.
struct HostKeys: Hashable, Sendable {
    /// The keys it may show.
    var known: [HostKey] = []
    /// The keys it must not show.
    var revoked: [HostKey] = []

    /// How a key stands to these.
    enum Verdict: Hashable, Sendable { case known, unknown, changed, revoked }

    /// What to think of `key`.
    ///
    /// Where other keys are known, one of another type counts as changed as well: the connection asks for a
    /// type that is known.
    func verdict(on key: HostKey) -> Verdict {
        if revoked.contains(key) { return .revoked }
        if known.contains(key) { return .known }
        return known.isEmpty ? .unknown : .changed
    }

    /// The known keys, the type that servers and libssh2 agree on most likely first.
    ///
    /// libssh2 asks the server for the type of the first line it finds.
    var byPreference: [HostKey] {
        let order = [
            "ssh-ed25519", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521", "ssh-rsa",
        ]
        return order.flatMap { type in known.filter { $0.type == type } }
    }
}

extension HostKeys {
    /// Adds what `ssh-keygen -F` printed: lines of a `known_hosts` file, between comments.
    ///
    /// Lines of authorities (`@cert-authority`) say nothing about plain keys and are left out.
    /// Source: sshd(8), SSH_KNOWN_HOSTS FILE FORMAT.
    mutating func add(lines: String) {
        for line in lines.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
            var fields = line.split(whereSeparator: { $0 == " " || $0 == "\t" })[...]
            let marker = fields.first?.hasPrefix("@") == true ? fields.removeFirst() : ""
            guard fields.count >= 3 else { continue }
            let key = HostKey(
                type: String(fields[fields.startIndex + 1]), text: String(fields[fields.startIndex + 2]))
            switch marker {
            case "": known.append(key)
            case "@revoked": revoked.append(key)
            default: break
            }
        }
    }
}

/// `bytes` in base64 (RFC 4648), filled up with `=`.
func base64(_ bytes: some Collection<UInt8>) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    var rest = Array(bytes)[...]
    while !rest.isEmpty {
        let group = rest.prefix(3)
        rest = rest.dropFirst(3)
        var word: UInt32 = 0
        for position in 0..<3 {
            word = word << 8 | UInt32(position < group.count ? group[group.startIndex + position] : 0)
        }
        for position in 0..<4 {
            let digit = digits[Int(word >> (18 - 6 * UInt32(position)) & 63)]
            text.append(position <= group.count ? digit : UInt8(ascii: "="))
        }
    }
    return String(decoding: text, as: UTF8.self)
}
