/// A public key as `ssh-keygen` writes it: `ssh-ed25519 AAAA…` or `ssh-rsa AAAA…`, with or without a comment.
struct SSHPublicKey: Hashable, Sendable {
    /// Why a text is none that age encrypts to.
    enum Problem: Error, Hashable, Sendable {
        /// The part after the type is missing.
        case noKey
        /// A type of key that age does not encrypt to.
        case type(String)
        /// The key is not in base64, or what that stands for is no key of its type.
        case malformed
        /// An RSA key of so many bits.
        case bits(Int)
    }

    /// The smallest RSA key that age encrypts to, and the largest that OpenSSH makes, in bits.
    static let bits = 2048...16_384

    /// Type and key, without a comment.
    let text: String
    /// The key as it goes over the wire (RFC 4253, §6.6; RFC 8709, §4).
    let blob: [UInt8]
    /// Whether it is an RSA key; else it is an Ed25519 key.
    let isRSA: Bool

    /// Reads a line of an `id_….pub` file.
    init(_ line: String) throws(Problem) {
        let words = line.split(whereSeparator: { $0 == " " || $0 == "\t" })
        guard let type = words.first else { throw .noKey }
        guard type == "ssh-ed25519" || type == "ssh-rsa" else { throw .type(String(type)) }
        guard words.count > 1 else { throw .noKey }
        guard let blob = decodeBase64(words[1].utf8) else { throw .malformed }
        self.blob = blob
        text = "\(type) \(words[1])"
        isRSA = type == "ssh-rsa"
        var rest = blob[...]
        guard let name = takeString(&rest), name.elementsEqual(type.utf8) else { throw .malformed }
        if isRSA {
            try SSHPublicKey.checkRSA(&rest)
        } else {
            guard let key = takeString(&rest), key.count == 32 else { throw .malformed }
        }
        guard rest.isEmpty else { throw .malformed }
    }

    private static func checkRSA(_ rest: inout ArraySlice<UInt8>) throws(Problem) {
        guard let exponent = takeString(&rest).flatMap(number),
            let modulus = takeString(&rest).flatMap(number),
            let low = exponent.last, low & 1 == 1, exponent.count > 1 || low > 1, exponent.count <= 8,
            let end = modulus.last, end & 1 == 1, let first = modulus.first
        else { throw .malformed }
        let bits = modulus.count * 8 - first.leadingZeroBitCount
        guard Self.bits.contains(bits) else { throw .bits(bits) }
    }
}

/// The next string of the wire form: four bytes of length, then as many bytes.
private func takeString(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard rest.count >= 4 else { return nil }
    let count = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
    rest = rest.dropFirst(4)
    guard count <= rest.count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
}

/// The bytes of a positive `mpint` without its leading zero (RFC 4251, §5); `nil` for another number, or one that is
/// written longer than it has to be.
private func number(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let first = bytes.first else { return nil }
    if first >= 0x80 { return nil }
    guard first == 0 else { return bytes }
    guard let second = bytes.dropFirst().first, second >= 0x80 else { return nil }
    return bytes.dropFirst()
}
