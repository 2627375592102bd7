internal import CLibGit2

/// The SHA-1 name of a git object: 20 bytes, printed as 40 lower-case hexadecimal digits.
struct ObjectID: Hashable, Sendable, CustomStringConvertible {
    private let high: UInt64
    private let middle: UInt64
    private let low: UInt32

    /// The id in the first 20 of `bytes`, or `nil` where there are fewer.
    init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count >= 20 else { return nil }
        var words: (UInt64, UInt64, UInt64) = (0, 0, 0)
        for (position, byte) in bytes.prefix(20).enumerated() {
            switch position {
            case 0..<8: words.0 = words.0 << 8 | UInt64(byte)
            case 8..<16: words.1 = words.1 << 8 | UInt64(byte)
            default: words.2 = words.2 << 8 | UInt64(byte)
            }
        }
        self.high = words.0
        self.middle = words.1
        self.low = UInt32(truncatingIfNeeded: words.2)
    }

    /// Reads 40 hexadecimal digits of either case, or `nil`.
    init?(hex: some Collection<UInt8>) {
        guard hex.count == 40 else { return nil }
        var bytes: [UInt8] = []
        var first: UInt8?
        for digit in hex {
            guard let value = hexadecimalValue(digit) else { return nil }
            if let high = first {
                bytes.append(high << 4 | value)
                first = nil
            } else {
                first = value
            }
        }
        self.init(bytes)
    }

    /// libgit2's form of the same id.
    init(_ oid: git_oid) {
        var copy = oid
        self = withUnsafeBytes(of: &copy.id) { bytes in
            ObjectID(bytes) ?? ObjectID.null
        }
    }

    private init(high: UInt64, middle: UInt64, low: UInt32) {
        self.high = high
        self.middle = middle
        self.low = low
    }

    /// The id of 20 zero bytes, which names no object.
    static let null = ObjectID(high: 0, middle: 0, low: 0)

    /// The 20 bytes.
    var bytes: [UInt8] {
        (0..<20).map { position in
            switch position {
            case 0..<8: UInt8(truncatingIfNeeded: high >> (8 * (7 - UInt64(position))))
            case 8..<16: UInt8(truncatingIfNeeded: middle >> (8 * (15 - UInt64(position))))
            default: UInt8(truncatingIfNeeded: low >> (8 * (19 - UInt32(position))))
            }
        }
    }

    /// libgit2's form.
    var oid: git_oid {
        var oid = git_oid()
        withUnsafeMutableBytes(of: &oid.id) { $0.copyBytes(from: bytes) }
        return oid
    }

    /// The first byte, which names the folder of a loose object.
    var firstByte: UInt8 { UInt8(truncatingIfNeeded: high >> 56) }

    var description: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(
            decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}

/// The value of a hexadecimal digit of either case, or `nil`.
func hexadecimalValue(_ digit: UInt8) -> UInt8? {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x61...0x66: digit - 0x61 + 10
    case 0x41...0x46: digit - 0x41 + 10
    default: nil
    }
}
