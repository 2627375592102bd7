internal import CLibCrypto

/// A SHA-256 digest: 32 bytes, printed as `sha256:` and 64 lower-case hexadecimal digits.
package struct Digest: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The 64 lower-case hexadecimal digits.
    package let hex: String

    /// The digest of `bytes`, computed by libcrypto.
    package init(of bytes: some Sequence<UInt8>) {
        self = Array(bytes).withUnsafeBytes { Digest(of: $0) }
    }

    /// The digest of `bytes`, which are copied nowhere.
    package init(of bytes: UnsafeRawBufferPointer) {
        var output = [UInt8](repeating: 0, count: 32)
        var length: UInt32 = 0
        let code = EVP_Digest(
            bytes.baseAddress, bytes.count, &output, &length,
            OpaquePointer(bitPattern: sha256) ?? EVP_sha256(), nil)
        precondition(code == 1 && length == 32, "libcrypto computes SHA-256 of any input")
        self.hex = hexadecimal(output)
    }

    /// The digest of the UTF-8 bytes of `text`.
    package init(of text: String) {
        self.init(of: text.utf8)
    }

    /// Reads `sha256:` and 64 lower-case hexadecimal digits, or `nil`.
    package init?(parsing text: String) {
        guard text.hasPrefix("sha256:") else { return nil }
        let digits = text.dropFirst(7)
        guard digits.utf8.count == 64, digits.utf8.allSatisfy(isLowerHexadecimal) else { return nil }
        self.hex = String(digits)
    }

    package var description: String { "sha256:" + hex }

    package static func < (a: Digest, b: Digest) -> Bool { a.hex < b.hex }
}

/// Where libcrypto keeps the algorithm, looked up once and never given back: by `EVP_sha256()` it looks it up for each
/// digest, which takes as long as that of a short text. A number, as a pointer goes from thread to thread only so.
private let sha256 = UInt(bitPattern: EVP_MD_fetch(nil, "SHA256", nil))

/// Whether `byte` is one of `0-9a-f`.
package func isLowerHexadecimal(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
}

/// The lower-case hexadecimal form of `bytes`.
package func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(2 * bytes.underestimatedCount)
    for byte in bytes {
        text.append(hexadecimalDigit(byte >> 4))
        text.append(hexadecimalDigit(byte & 15))
    }
    return String(decoding: text, as: UTF8.self)
}

private func hexadecimalDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
}
