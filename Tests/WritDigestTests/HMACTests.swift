import Testing

@testable import WritDigest

/// HMAC-SHA-256 as published: RFC 4231, §4.
@Suite struct HMACTests {
    /// One of the vectors.
    struct Vector: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var key: [UInt8]
        var message: [UInt8]
        var hex: String
    }

    static let vectors = [
        Vector(
            testDescription: "a short key", key: [UInt8](repeating: 0x0B, count: 20),
            message: Array("Hi There".utf8),
            hex: "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"),
        Vector(
            testDescription: "a key of letters", key: Array("Jefe".utf8),
            message: Array("what do ya want for nothing?".utf8),
            hex: "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"),
        Vector(
            testDescription: "a key longer than a block", key: [UInt8](repeating: 0xAA, count: 131),
            message: Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
            hex: "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"),
        // Not of the RFC; computed with Python's hmac.
        Vector(
            testDescription: "nothing at all", key: [], message: [],
            hex: "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad"),
    ]

    @Test(arguments: vectors) func `a code is as published`(_ vector: Vector) {
        let code = vector.key.withUnsafeBytes { hmacSHA256(vector.message, key: $0) }
        #expect(hexadecimal(code) == vector.hex)
        let none = UnsafeRawBufferPointer(start: nil, count: 0)
        if vector.key.isEmpty { #expect(hexadecimal(hmacSHA256(vector.message, key: none)) == vector.hex) }
    }
}
