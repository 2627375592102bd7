internal import CLibCrypto

/// What is kept of a password: `$scrypt$ln=15,r=8,p=3$SALT$HASH`, with salt and hash in base64 without `=`.
///
/// The form is that of the PHC string format, which other programs read too.
package struct PasswordHash: Hashable, Sendable, CustomStringConvertible {
    /// The work that it was.
    package let cost: ScryptCost
    private let salt: [UInt8]
    private let hash: [UInt8]

    /// How long a new salt is, in bytes.
    package static let saltLength = 16

    /// The hash of `password`.
    ///
    /// - Parameter salt: random bytes, others for each password.
    package init(
        of password: UnsafeRawBufferPointer, salt: [UInt8], cost: ScryptCost = .standard
    ) throws(ScryptFailure) {
        precondition(salt.count >= 8, "a salt is long enough for nobody to have its table")
        self.cost = cost
        self.salt = salt
        hash = try scrypt(password, salt: salt, cost, count: 32)
    }

    /// Reads ``description``; `nil` for anything else, and for one whose check would cost too much.
    package init?(parsing text: String) {
        guard text.utf8.count <= 300 else { return nil }
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0].isEmpty, parts[1] == "scrypt" else { return nil }
        let names = ["ln", "r", "p"]
        let settings = parts[2].split(separator: ",", omittingEmptySubsequences: false)
        guard settings.count == names.count else { return nil }
        var numbers: [Int] = []
        for (setting, name) in zip(settings, names) {
            guard setting.hasPrefix(name + "="), let number = Int(setting.dropFirst(name.count + 1)),
                // One text for one number: no sign, no zeros before it.
                String(number) == setting.dropFirst(name.count + 1)
            else { return nil }
            numbers.append(number)
        }
        guard let cost = ScryptCost(logN: numbers[0], blockSize: numbers[1], parallelism: numbers[2]),
            let salt = decodeBase64(parts[3]), (8...64).contains(salt.count),
            let hash = decodeBase64(parts[4]), (16...64).contains(hash.count)
        else { return nil }
        (self.cost, self.salt, self.hash) = (cost, salt, hash)
    }

    package var description: String {
        "$scrypt$ln=\(cost.logN),r=\(cost.blockSize),p=\(cost.parallelism)$\(encodeBase64(salt))$\(encodeBase64(hash))"
    }

    /// Whether it is the hash of `password`. How long that takes does not depend on where the hashes differ.
    package func matches(_ password: UnsafeRawBufferPointer) throws(ScryptFailure) -> Bool {
        let found = try scrypt(password, salt: salt, cost, count: hash.count)
        return CRYPTO_memcmp(found, hash, hash.count) == 0
    }

    /// Whether the password should be hashed anew, with `wanted`, when it is next at hand.
    package func needsRehash(_ wanted: ScryptCost = .standard) -> Bool {
        // A dearer one stays: whoever chose it had reasons.
        cost.logN < wanted.logN || cost.blockSize < wanted.blockSize
            || (cost.logN == wanted.logN && cost.parallelism < wanted.parallelism)
    }
}

private func encodeBase64(_ bytes: [UInt8]) -> String {
    var output = [UInt8](repeating: 0, count: (bytes.count + 2) / 3 * 4 + 1)
    let count = Int(EVP_EncodeBlock(&output, bytes, Int32(bytes.count)))
    return String(decoding: output[..<count].filter { $0 != UInt8(ascii: "=") }, as: UTF8.self)
}

/// `nil` unless the text is exactly what ``encodeBase64(_:)`` writes.
private func decodeBase64(_ text: Substring) -> [UInt8]? {
    let padding = (4 - text.utf8.count % 4) % 4
    guard padding < 3, !text.utf8.contains(UInt8(ascii: "=")) else { return nil }
    let digits = Array(text.utf8) + [UInt8](repeating: UInt8(ascii: "="), count: padding)
    var output = [UInt8](repeating: 0, count: digits.count / 4 * 3 + 1)
    let count = Int(EVP_DecodeBlock(&output, digits, Int32(digits.count)))
    guard count >= padding else { return nil }
    let bytes = Array(output[..<(count - padding)])
    return encodeBase64(bytes) == text ? bytes : nil
}
