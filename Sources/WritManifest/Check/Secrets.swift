internal import WritDiagnostics

extension NodeReader {
    /// Reports a text that looks like a secret; its diagnostic is marked so that nothing shows it.
    ///
    /// - Parameter mayHoldKeys: certificates and public keys are right: only a private key is refused.
    mutating func refuseSecret(
        _ text: String, _ traits: TextTraits, _ slot: Slot, mayHoldKeys: Bool = false
    ) -> Bool {
        if isEncrypted(text) {
            encrypted(slot)
            return true
        }
        guard traits.mayHoldSecret,
            let sort = mayHoldKeys ? privateKeySort(of: Array(text.utf8)) : secretSort(of: Array(text.utf8))
        else { return false }
        secret("`\(path(slot))` holds what looks like \(sort)", slot)
        return true
    }

    /// Reports a field whose name says that it holds a secret.
    mutating func secretField(_ slot: Slot) {
        secret("manifests hold no secrets, and `\(path(slot))` looks like one", slot)
    }

    /// Reports an encrypted value or block.
    mutating func encrypted(_ slot: Slot) {
        report(
            "secret.encrypted-unexpected", "`\(path(slot))` holds encrypted data, which no field takes",
            at: keySpan(slot), help: "delete it; Writ makes passwords and keys itself and delivers them once")
    }

    private mutating func secret(_ message: String, _ slot: Slot) {
        var diagnostic = Diagnostic(
            "secret.plaintext", message, at: span(slot),
            help: "delete it and replace the secret: it stays in the repository's history")
        diagnostic.isSecret = true
        add(diagnostic)
    }
}

/// Whether a field of that name would hold a secret.
func isSecretKey(_ key: String) -> Bool {
    [
        "password", "passwd", "pwd", "passphrase", "secret", "secretkey", "secretaccesskey", "accesskey",
        "accesskeysecret", "privatekey", "apikey", "token", "accesstoken", "sessiontoken", "securitytoken",
        "clientsecret", "ak", "sk", "aksk",
    ].contains(foldedKey(key))
}

/// Whether a key is the mark of a tool that encrypts values in place.
func isEncryptionKey(_ key: String) -> Bool { key == "sops" || key == "age" }

/// Whether `text` is what such a tool leaves.
private func isEncrypted(_ text: String) -> Bool {
    guard let first = text.utf8.first,
        first == UInt8(ascii: "E") || first == UInt8(ascii: "-") || first == UInt8(ascii: "$")
    else { return false }
    return text.hasPrefix("ENC[") || text.hasPrefix("-----BEGIN AGE ENCRYPTED FILE")
        || text.hasPrefix("$ANSIBLE_VAULT")
}

/// What sort of secret `text` looks like; `nil` for none. Cost is linear.
func secretSort(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    guard bytes.withUnsafeBufferPointer({ TextTraits($0).mayHoldSecret }) else { return nil }
    return secretSort(of: bytes)
}

/// What sort of secret a text looks like whose traits say that it may be one.
private func secretSort(of bytes: [UInt8]) -> String? {
    guard bytes.count >= 16 else { return nil }
    if let sort = privateKeySort(of: bytes) { return sort }
    for word in bytes.split(whereSeparator: { !isTokenByte($0) }) {
        if let sort = secretSort(ofWord: word) { return sort }
    }
    return nil
}

/// What sort of private key a text shows openly.
func privateKeySort(of bytes: [UInt8]) -> String? {
    if index(of: "-----BEGIN ", in: bytes[...]) != nil, index(of: "PRIVATE KEY", in: bytes[...]) != nil {
        return "a private key"
    }
    return index(of: "AGE-SECRET-KEY-1", in: bytes[...]) != nil ? "a private key" : nil
}

/// Whether the byte may be a part of a key or token.
func isTokenByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "/"),
        UInt8(ascii: "="):
        true
    default: false
    }
}

/// The shortest run of token bytes that may be a key or token.
let shortestSecret = 20

/// What sort of secret a run of token bytes looks like.
func secretSort(ofWord word: ArraySlice<UInt8>) -> String? {
    guard word.count >= shortestSecret else { return nil }
    if word.starts(with: "AGE-SECRET-KEY-1".utf8) { return "a private key" }
    if isWebToken(word) { return "a web token" }
    if isAccessKey(word) { return "an access key" }
    let hasKnownPrefix = ["ghp_", "github_pat_", "glpat-", "xoxb-", "xoxp-", "AKLT"].contains {
        word.starts(with: $0.utf8) && word.count >= 24
    }
    if hasKnownPrefix { return "an access token" }
    return isRandom(word) ? "a secret key" : nil
}

/// Three parts of base64url, the first of them the start of a JSON object.
private func isWebToken(_ word: ArraySlice<UInt8>) -> Bool {
    word.starts(with: "eyJ".utf8) && word.count >= 30
        && word.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).count >= 2
}

/// `AKIA…`, `ASIA…` of AWS, `LTAI…`; and 20 upper-case letters and digits mixed, as of Huawei Cloud.
private func isAccessKey(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.count == 20 || word.count == 24 else { return false }
    if ["AKIA", "ASIA", "LTAI"].contains(where: { word.starts(with: $0.utf8) }) { return true }
    let isUpper = word.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
    return word.count == 20 && isUpper && changes(word) >= 6
}

/// 40 characters or more of letters of both cases and digits, mixed as no words are.
private func isRandom(_ word: ArraySlice<UInt8>) -> Bool {
    // An SSH public key starts with `AAAA`.
    guard (40...128).contains(word.count), !word.starts(with: "AAAA".utf8), !word.contains(UInt8(ascii: "."))
    else { return false }
    let hasAll =
        word.contains { (0x30...0x39).contains($0) } && word.contains { (0x41...0x5A).contains($0) }
        && word.contains { (0x61...0x7A).contains($0) }
    return hasAll && changes(word) >= word.count / 3
}

/// How often neighbours are of different classes: digit, upper, lower, other.
private func changes(_ word: ArraySlice<UInt8>) -> Int {
    func sort(_ byte: UInt8) -> Int {
        switch byte {
        case 0x30...0x39: 0
        case 0x41...0x5A: 1
        case 0x61...0x7A: 2
        default: 3
        }
    }
    return zip(word, word.dropFirst()).count { sort($0) != sort($1) }
}
