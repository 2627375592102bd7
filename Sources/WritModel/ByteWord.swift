// Texts are looked at eight bytes at a time where few bytes of them matter.
extension UInt64 {
    /// The highest bit of each of its eight bytes that is equal to one, and no other bit.
    @inlinable
    package func bytes(equalTo byte: UInt8) -> UInt64 {
        let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
        let difference = self ^ (0x0101_0101_0101_0101 &* UInt64(byte))
        // What is added carries into the highest bit of its own byte and no further.
        return ~(((difference & low) &+ low) | difference | low)
    }

    /// The highest bit of each of its eight bytes that is no ASCII, and no other bit.
    @inlinable package var nonASCIIBytes: UInt64 { self & 0x8080_8080_8080_8080 }

    /// The highest bit of each of its eight bytes that cannot stand in a text of JSON as it is, a quotation mark, a backslash or a control
    /// character, and perhaps of some above the lowest of these.
    ///
    /// A byte below another one, or equal to it, leaves its highest bit set when that is taken away from it; what is taken over from byte to
    /// byte is so only above such a byte.
    var textMarks: UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quote = self ^ (ones &* 0x22)
        let backslash = self ^ (ones &* 0x5C)
        let marks =
            ((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash) | ((self &- ones &* 0x20) & ~self)
        return marks.nonASCIIBytes
    }
}
