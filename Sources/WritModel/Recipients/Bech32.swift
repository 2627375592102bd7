/// A text in bech32 (BIP 173): what it is about, then its bytes, with a checksum over both.
struct Bech32: Hashable, Sendable {
    /// Why a text is none.
    enum Problem: Error, Hashable, Sendable {
        /// Capitals and small letters are mixed.
        case mixedCase
        /// There is no `1` between two parts, or one of them is missing.
        case noSeparator
        /// A character that the alphabet leaves out: `1`, `b`, `i`, `o`, or no letter or digit at all.
        case character(Character)
        /// The checksum does not fit.
        case checksum
        /// The bits do not fill whole bytes; the part before the last `1` is well.
        case padding(prefix: String)
    }

    /// The part before the last `1`, in small letters.
    let prefix: String
    let bytes: [UInt8]

    /// Reads a text of any length.
    init(_ text: String) throws(Problem) {
        guard text == text.lowercased() || text == text.uppercased() else { throw .mixedCase }
        let text = text.lowercased()
        guard let separator = text.lastIndex(of: "1"), separator > text.startIndex else { throw .noSeparator }
        prefix = String(text[..<separator])
        var values: [UInt8] = []
        for character in text[text.index(after: separator)...] {
            guard let value = Bech32.alphabet.firstIndex(of: character) else { throw .character(character) }
            values.append(UInt8(value))
        }
        guard values.count >= 6 else { throw .noSeparator }
        guard Bech32.checksum(prefix: prefix, values) == 1 else { throw .checksum }
        guard let bytes = Bech32.bytes(of: values.dropLast(6)) else {
            throw .padding(prefix: prefix)
        }
        self.bytes = bytes
    }

    private static let alphabet = Array("qpzry9x8gf2tvdw0s3jn54khce6mua7l")

    /// The remainder of the BCH code, 1 for a text as it has to be.
    private static func checksum(prefix: String, _ values: [UInt8]) -> UInt32 {
        let generators: [UInt32] = [0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3]
        let head = prefix.utf8.map { $0 >> 5 } + [0] + prefix.utf8.map { $0 & 31 }
        return (head + values).reduce(1) { sum, value in
            let top = sum >> 25
            var next = (sum & 0x1ff_ffff) << 5 ^ UInt32(value)
            for (index, generator) in generators.enumerated() where top >> UInt32(index) & 1 == 1 {
                next ^= generator
            }
            return next
        }
    }

    /// Groups of five bits as bytes; `nil` where bits are left over that are not a few zeros.
    private static func bytes(of values: some Sequence<UInt8>) -> [UInt8]? {
        var bytes: [UInt8] = []
        var bits: UInt32 = 0
        var count: UInt32 = 0
        for value in values {
            bits = bits << 5 | UInt32(value)
            count += 5
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> count))
                bits &= (1 << count) - 1
            }
        }
        return count < 5 && bits == 0 ? bytes : nil
    }
}
