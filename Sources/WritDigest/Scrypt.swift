internal import CLibCrypto

/// How much work scrypt is. Source: RFC 7914.
package struct ScryptCost: Hashable, Sendable {
    /// The logarithm to base 2 of N.
    package let logN: Int
    /// r.
    package let blockSize: Int
    /// p.
    package let parallelism: Int

    /// `nil` for parameters that would take more than 256 MiB, or more than about a minute: whoever can write a hash
    /// must not be able to stop everybody who checks one.
    package init?(logN: Int, blockSize: Int, parallelism: Int) {
        guard (1...20).contains(logN), (1...32).contains(blockSize), (1...64).contains(parallelism),
            // libcrypto asks for that: N is below 2 to the power of 16 r.
            logN < 16 * blockSize, blockSize << logN <= 1 << 21, parallelism * (blockSize << logN) <= 1 << 23
        else { return nil }
        self.init(unchecked: logN, blockSize, parallelism)
    }

    private init(unchecked logN: Int, _ blockSize: Int, _ parallelism: Int) {
        (self.logN, self.blockSize, self.parallelism) = (logN, blockSize, parallelism)
    }

    /// What new passwords are hashed with: 32 MiB and about a quarter of a second. Source: OWASP's Password Storage
    /// Cheat Sheet, of whose equal choices this one needs the least memory but one.
    package static let standard = ScryptCost(unchecked: 15, 8, 3)

    /// What values are hashed with that are digested in large numbers: 1 MiB and 2 ms.
    static let light = ScryptCost(unchecked: 10, 8, 1)

    /// How much memory libcrypto may use, in bytes.
    fileprivate var memory: UInt64 {
        UInt64(128 * blockSize) * (1 << UInt64(logN) + UInt64(parallelism) + 4) + 1 << 20
    }
}

/// Memory that a hash needs and that is not there.
package struct ScryptFailure: Error, Hashable, CustomStringConvertible {
    package var description: String { "there is not enough memory for hashing a password" }
}

/// scrypt, `count` bytes of it.
func scrypt(
    _ text: UnsafeRawBufferPointer, salt: [UInt8], _ cost: ScryptCost, count: Int
) throws(ScryptFailure) -> [UInt8] {
    var output = [UInt8](repeating: 0, count: count)
    let start = text.baseAddress?.assumingMemoryBound(to: CChar.self)
    let code = EVP_PBE_scrypt(
        start, text.count, salt, salt.count, 1 << UInt64(cost.logN), UInt64(cost.blockSize),
        UInt64(cost.parallelism), cost.memory, &output, count)
    guard code == 1 else { throw ScryptFailure() }
    return output
}

/// A digest that is slow on purpose (scrypt, RFC 7914: N = 1024, r = 8, p = 1; about 2 ms and 1 MiB), as
/// `scrypt:` and 64 hexadecimal digits.
///
/// For values that can be guessed, such as phone numbers: trying all of them costs months, not seconds.
package func slowDigest(of text: String, salt: String) -> String {
    let text = Array(text.utf8)
    let digest = text.withUnsafeBytes { try? scrypt($0, salt: Array(salt.utf8), .light, count: 32) }
    guard let digest else { preconditionFailure("libcrypto computes scrypt with these parameters") }
    return "scrypt:" + hexadecimal(digest)
}
