/// Whom a created value is encrypted to: always a public key, written out or named by its whole fingerprint.
package struct Recipient: Hashable, Sendable, CustomStringConvertible {
    /// What sort of key it is, with what programs need of it.
    package enum Key: Hashable, Sendable {
        /// An age recipient, `age1…`.
        case age
        /// An SSH key, which age encrypts to as well; the key as it goes over the wire.
        case ssh(blob: [UInt8], isRSA: Bool)
        /// An OpenPGP key, in capitals: 40 hexadecimal digits (version 4) or 64 (version 6).
        case openPGP(fingerprint: String)
    }

    /// What sort of key it is.
    package let key: Key
    /// The canonical text: equal recipients have the same one. The comment of an SSH key is no part of it.
    package let description: String

    /// Reads `age1…`, `ssh-ed25519 AAAA…`, `ssh-rsa AAAA…` or `gpg:FINGERPRINT`, white space around it aside.
    ///
    /// Checksum and structure are verified. That somebody has the private half is not: nobody can know.
    package init(parsing text: String) throws(RecipientProblem) {
        let text = text.trimmed
        if let problem = RecipientProblem(ofPrivateKey: text) { throw problem }
        if text.lowercased().hasPrefix("age1") {
            try RecipientProblem.checkAge(text)
            self.init(.age, text)
        } else if text.hasPrefix("ssh-ed25519") || text.hasPrefix("ssh-rsa") {
            let key = try RecipientProblem.sshKey(text)
            self.init(.ssh(blob: key.blob, isRSA: key.isRSA), key.text)
        } else if text.lowercased().hasPrefix("gpg:") {
            let fingerprint = try RecipientProblem.fingerprint(text)
            self.init(.openPGP(fingerprint: fingerprint), "gpg:" + fingerprint)
        } else {
            throw RecipientProblem(ofOther: text)
        }
    }

    private init(_ key: Key, _ description: String) {
        self.key = key
        self.description = description
    }
}

extension String {
    /// Without white space and line ends around it.
    var trimmed: String {
        let isSpace = { (character: Character) in character.isWhitespace }
        let head = drop(while: isSpace)
        guard let last = head.lastIndex(where: { !isSpace($0) }) else { return "" }
        return String(head[...last])
    }
}
