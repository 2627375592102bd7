internal import WritDigest
internal import WritModel

/// A file of age. Source: age-encryption.org/v1.
struct AgeMessage {
    /// To whom the file's key is encrypted: the words of each stanza's first line.
    private let stanzas: [[String]]
    /// How many bytes follow the header.
    private let payloadLength: Int

    /// `nil` unless it is a whole header with something behind it.
    init?(_ bytes: [UInt8]) {
        var rest = bytes[...]
        func line() -> String? {
            guard let end = rest.firstIndex(of: 0x0A) else { return nil }
            defer { rest = rest[(end + 1)...] }
            return String(decoding: rest[..<end], as: UTF8.self)
        }
        guard line() == "age-encryption.org/v1" else { return nil }
        var stanzas: [[String]] = []
        while let head = line() {
            let words = head.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
            if words.count == 2, words[0] == "---" {
                guard decodeBase64(words[1].utf8, isPadded: false)?.count == 32 else { return nil }
                self.stanzas = stanzas
                payloadLength = rest.count
                return
            }
            guard words.count > 1, words[0] == "->" else { return nil }
            stanzas.append(Array(words.dropFirst()))
            // The body ends with a line that is not full.
            repeat {
                guard let body = line(), body.utf8.count <= 64 else { return nil }
                if body.utf8.count < 64 { break }
            } while true
        }
        return nil
    }

    /// Why this is not the encryption of so many bytes to `recipient` alone.
    func problem(to recipient: Recipient, textLength: Int) -> String? {
        // Some implementations add a stanza that says nothing, so that readers learn to pass over what they do not know.
        let stanzas = stanzas.filter { !($0[0].hasSuffix("-grease") || $0[0] == "grease") }
        guard stanzas.count == 1, let stanza = stanzas.first else {
            return "is encrypted to \(stanzas.count) recipients"
        }
        guard stanza[0] == stanzaType(of: recipient), isTag(stanza.dropFirst().first, of: recipient) else {
            return "is not encrypted to the recipient"
        }
        // A nonce, then chunks of 64 KiB with a tag each.
        let chunks = max(1, (textLength + 65_535) / 65_536)
        return payloadLength == 16 + textLength + 16 * chunks ? nil : "is cut"
    }

    private func stanzaType(of recipient: Recipient) -> String {
        switch recipient.key {
        case .ssh(_, let isRSA): isRSA ? "ssh-rsa" : "ssh-ed25519"
        default: "X25519"
        }
    }

    /// Whether the stanza names the SSH key; one for an age recipient names nobody.
    private func isTag(_ word: String?, of recipient: Recipient) -> Bool {
        guard case .ssh(let blob, _) = recipient.key else { return true }
        guard let tag = word.flatMap({ decodeBase64($0.utf8, isPadded: false) }) else { return false }
        return hexadecimal(tag) == Digest(of: blob).hex.prefix(8)
    }
}
