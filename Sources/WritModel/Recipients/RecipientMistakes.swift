/// What people paste by mistake, told apart so that each is told what helps.
extension RecipientProblem {
    /// A private key in place of its public half; `nil` for anything else.
    init?(ofPrivateKey text: String) {
        let upper = text.uppercased()
        let leaked = "and replace the key: it stays in the repository's history"
        if upper.contains("AGE-SECRET-KEY-") {
            self.init(
                "is a private key of age", help: "write what `age-keygen -y KEYFILE` prints, \(leaked)",
                isSecret: true)
        } else if upper.contains("AGE-PLUGIN-") {
            self.init(
                "is the private side of an age plugin", help: "write an `age1…` recipient, \(leaked)",
                isSecret: true)
        } else if upper.contains("PGP PRIVATE KEY BLOCK") {
            self.init(
                "is a private key of OpenPGP",
                help: "write `gpg:` and the fingerprint that `gpg --list-keys` shows, \(leaked)",
                isSecret: true)
        } else if upper.contains("PRIVATE KEY") || upper.contains("PUTTY-USER-KEY-FILE")
            // `openssh-key-v1` in base64: the inside of a private key, without its first line.
            || text.contains("b3BlbnNzaC1rZXktdjE")
        {
            self.init(
                "is a private key", help: "write the line of the `.pub` file beside it, \(leaked)",
                isSecret: true)
        } else if text.lowercased().hasPrefix("nsec1") {
            self.init(
                "is a private key of Nostr", help: "write an `age1…` recipient, \(leaked)", isSecret: true)
        } else {
            return nil
        }
    }

    /// Any text that does not begin like a recipient.
    init(ofOther text: String) {
        let byFingerprint = "write `gpg:` and its fingerprint, which `gpg --show-keys FILE` shows"
        if text.contains("BEGIN PGP PUBLIC KEY BLOCK") {
            self.init("is the text of a key of OpenPGP, which goes into a keyring", help: byFingerprint)
        } else if text.contains("BEGIN") && text.contains("PUBLIC KEY") || text.contains("BEGIN CERTIFICATE")
        {
            self.init(
                "is a public key in PEM, which age does not encrypt to",
                help: "write an `age1…` recipient, or what `ssh-keygen -i -m PKCS8 -f FILE` prints")
        } else if let type = sshType(of: text) {
            self = RecipientProblem.unusableSSHKey(type)
        } else if text.hasPrefix("AAAA"), !text.contains(" ") {
            self.init("is an SSH key without its type", help: "write the whole line of the `.pub` file")
        } else if text.hasPrefix("SHA256:") || text.hasPrefix("MD5:") {
            self.init(
                "is the fingerprint of an SSH key, to which nobody can encrypt",
                help: "write the line of the `.pub` file")
        } else if let problem = RecipientProblem(ofFingerprint: text[...]) {
            self = problem
        } else if text.contains("@") {
            self.init(
                "is an e-mail address, and anybody can make a key for one",
                help: "write `gpg:` and the fingerprint that `gpg --list-keys` shows, or an `age1…` recipient"
            )
        } else if let other = bech32Prefix(of: text) {
            self.init("is a text of `\(other)`, not of age", help: RecipientProblem.forms)
        } else {
            self.init("is no recipient", help: RecipientProblem.forms)
        }
    }

    /// A fingerprint or a part of one, with or without what others write before it; `nil` for anything else.
    init?(ofFingerprint text: Substring) {
        var rest = text
        if rest.lowercased().hasPrefix("openpgp4fpr:") { rest = rest.dropFirst(12) }
        if let whole = RecipientProblem.wholeFingerprint(rest) {
            self.init("is a fingerprint without `gpg:` before it", help: "write `gpg:\(whole)`")
        } else if let digits = RecipientProblem.hexadecimalDigits(rest), [8, 16, 32].contains(digits.count) {
            self.init(
                digits.count == 32
                    ? "is a fingerprint of OpenPGP's version 3, which is broken"
                    : "is a short key id, and anybody can make a key that has it",
                help: "write `gpg:` and the whole fingerprint, which `gpg --list-keys` shows")
        } else {
            return nil
        }
    }
}

/// What a text in bech32 is about; `nil` for any other text.
private func bech32Prefix(of text: String) -> String? {
    do throws(Bech32.Problem) {
        return try Bech32(text).prefix
    } catch {
        if case .padding(let prefix) = error { return prefix }
        return nil
    }
}

/// The type of an SSH key that is none of the two; of one with options before it as well.
private func sshType(of text: String) -> String? {
    let words = text.split(separator: " ").prefix(8)
    let type = words.first { word in
        word.hasPrefix("ssh-") || word.hasPrefix("ecdsa-sha2-") || word.hasPrefix("sk-ssh-")
            || word.hasPrefix("sk-ecdsa-")
    }
    return type.map(String.init)
}
