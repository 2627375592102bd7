/// Why a text is no recipient, and what to write instead.
package struct RecipientProblem: Error, Hashable, Sendable {
    /// What the text is, to follow its field's name: `is a private key of age`. It repeats nothing of the text but
    /// what is public.
    package let reason: String
    /// What to do.
    package let help: String
    /// Whether the text is a private key, which nothing may show and which has to be replaced.
    package let isSecret: Bool

    init(_ reason: String, help: String, isSecret: Bool = false) {
        self.reason = reason
        self.help = help
        self.isSecret = isSecret
    }

    /// What can be written.
    static let forms = "write `age1…`, `ssh-ed25519 AAAA…`, `ssh-rsa AAAA…` or `gpg:FINGERPRINT`"
}

extension RecipientProblem {
    /// Verifies a text that begins like a recipient of age.
    static func checkAge(_ text: String) throws(RecipientProblem) {
        let again = "copy the line again that `age-keygen -y KEYFILE` prints"
        let bech32: Bech32
        do throws(Bech32.Problem) {
            bech32 = try Bech32(text)
        } catch {
            throw RecipientProblem(ageReason(error, text), help: again)
        }
        if bech32.prefix != "age" {
            throw RecipientProblem(
                "is a recipient of an age plugin, and plugins are not started",
                help: "name a key that needs none: `age-keygen` makes one")
        }
        guard text == text.lowercased() else {
            throw RecipientProblem(
                "is a recipient of age in capitals", help: "write `\(text.lowercased())`")
        }
        // An X25519 point; bech32 takes any number of bytes.
        guard bech32.bytes.count == 32 else {
            throw RecipientProblem(
                "is a recipient of age of \(bech32.bytes.count) bytes, and one has 32", help: again)
        }
        guard bech32.bytes.contains(where: { $0 != 0 }) else {
            throw RecipientProblem("is a key of zeros, which nobody has", help: again)
        }
    }

    private static func ageReason(_ problem: Bech32.Problem, _ text: String) -> String {
        switch problem {
        case .mixedCase: "mixes capitals and small letters, which no recipient of age does"
        case .noSeparator: "ends before the key does"
        case .character(let character) where character.isASCII && !character.isWhitespace:
            "has a `\(character)` in it, which no recipient of age has"
        case .character: "has a character in it that no recipient of age has"
        case .checksum where text.utf8.count != 62:
            "has \(text.utf8.count) characters, and a recipient of age has 62"
        case .checksum, .padding:
            "is mistyped: its checksum does not fit"
        }
    }

    /// Verifies a text that begins like an SSH key.
    static func sshKey(_ text: String) throws(RecipientProblem) -> SSHPublicKey {
        do throws(SSHPublicKey.Problem) {
            return try SSHPublicKey(text)
        } catch {
            throw RecipientProblem(ofSSHKey: error)
        }
    }

    private init(ofSSHKey problem: SSHPublicKey.Problem) {
        switch problem {
        case .noKey:
            self.init(
                "names the type of an SSH key and no key", help: "write the whole line of the `.pub` file")
        case .type(let type):
            self = RecipientProblem.unusableSSHKey(type)
        case .malformed:
            self.init(
                "is no whole SSH key of its type: something of it is missing or changed",
                help: "copy the line of the `.pub` file again, on one line")
        case .bits(let bits):
            let range = SSHPublicKey.bits
            self.init(
                "is an RSA key of \(bits) bits, and age takes \(range.lowerBound) to \(range.upperBound)",
                help: "make a new key with `ssh-keygen -t ed25519`")
        }
    }

    /// An SSH key of another type.
    static func unusableSSHKey(_ type: String) -> RecipientProblem {
        if type.contains("-cert-v") {
            return RecipientProblem(
                "is an SSH certificate, not a key",
                help: "write the line of the `.pub` file of the key itself")
        }
        let name = type.unicodeScalars.allSatisfy { $0.isASCII && $0.value > 0x20 } && type.count <= 40
        return RecipientProblem(
            "is an SSH key of a type that age does not encrypt to" + (name ? ", `\(type)`" : ""),
            help: "write a key of the type `ssh-ed25519` or `ssh-rsa`, or an age recipient")
    }

    /// The fingerprint behind `gpg:`, in capitals.
    static func fingerprint(_ text: String) throws(RecipientProblem) -> String {
        let digits = text.dropFirst(4)
        if let fingerprint = wholeFingerprint(digits), text.hasPrefix("gpg:") {
            // Without spaces, and not as a number: one key, one text.
            if fingerprint.count == digits.utf8.count { return fingerprint }
            throw RecipientProblem(
                "is a fingerprint that is not in one piece", help: "write `gpg:\(fingerprint)`")
        }
        if let problem = RecipientProblem(ofFingerprint: digits) { throw problem }
        throw RecipientProblem(
            "names no key of OpenPGP by its fingerprint",
            help: "write `gpg:` and the 40 digits that `gpg --list-keys --with-colons` shows behind `fpr`")
    }

    /// 40 or 64 hexadecimal digits in capitals, spaces and `0x` left out; `nil` for anything else.
    static func wholeFingerprint(_ text: Substring) -> String? {
        let digits = hexadecimalDigits(text)
        return digits.map { $0.count == 40 || $0.count == 64 } == true ? digits : nil
    }

    /// The hexadecimal digits of `text` in capitals, spaces and `0x` left out; `nil` where it has anything else.
    static func hexadecimalDigits(_ text: Substring) -> String? {
        var digits = text.filter { $0 != " " }
        if digits.lowercased().hasPrefix("0x") { digits = String(digits.dropFirst(2)) }
        guard !digits.isEmpty, digits.utf8.count == digits.count, digits.allSatisfy(\.isHexDigit) else {
            return nil
        }
        return digits.uppercased()
    }
}
