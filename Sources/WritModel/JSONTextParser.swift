extension JSONParser {
    /// A text, from its opening quote on.
    mutating func string() throws(JSONError) -> String {
        let start = index
        index += 1
        // Nearly every text is ASCII and ends before anything has to be replaced in it.
        let isASCII = skipPlain()
        if current == UInt8(ascii: "\""), isASCII {
            index += 1
            return bytes.withUnsafeBufferPointer { bytes in
                String(decoding: UnsafeBufferPointer(rebasing: bytes[start + 1..<index - 1]), as: UTF8.self)
            }
        }
        if current == UInt8(ascii: "\"") {
            guard let result = String(validating: bytes[start + 1..<index], as: UTF8.self) else {
                index += 1
                throw failure("the text is not UTF-8", at: start)
            }
            index += 1
            return result
        }
        var text = Array(bytes[start + 1..<index])
        while true {
            guard let byte = current else { throw failure("the text is not closed", at: start) }
            switch byte {
            case UInt8(ascii: "\""):
                index += 1
                guard let result = String(validating: text, as: UTF8.self) else {
                    throw failure("the text is not UTF-8", at: start)
                }
                return result
            case UInt8(ascii: "\\"):
                text += String(try escape()).utf8
            case 0..<0x20:
                throw failure("a control character stands in a text")
            default:
                text.append(byte)
                index += 1
            }
        }
    }

    /// Goes to the next byte of a text that ends it or stands for something else.
    ///
    /// - Returns: whether all before it is ASCII.
    private mutating func skipPlain() -> Bool {
        let start = index
        let (end, all) = bytes.withUnsafeBufferPointer { bytes -> (Int, UInt8) in
            var (end, all) = (start, UInt8(0))
            // Eight bytes at a time, as long as none of them ends the stretch.
            let raw = UnsafeRawBufferPointer(bytes)
            var allWords = UInt64(0)
            while end + 8 <= raw.count {
                let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: end, as: UInt64.self))
                let marks = word.textMarks
                if marks != 0 {
                    // The lowest one is at the first byte that ends the stretch.
                    let place = marks.trailingZeroBitCount / 8
                    allWords |= word & ((1 << UInt64(8 * place)) - 1)
                    return (end + place, allWords.nonASCIIBytes == 0 ? 0 : 0x80)
                }
                allWords |= word
                end += 8
            }
            if allWords.nonASCIIBytes != 0 { all = 0x80 }
            while end < bytes.count {
                let byte = bytes[end]
                if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { break }
                all |= byte
                end += 1
            }
            return (end, all)
        }
        index = end
        return all < 0x80
    }

    private mutating func escape() throws(JSONError) -> Unicode.Scalar {
        let start = index
        index += 2
        guard index <= bytes.count else { throw failure("the escape is not complete", at: start) }
        switch bytes[index - 1] {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{08}"
        case UInt8(ascii: "f"): return "\u{0C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"):
            let first = try codeUnit(start)
            if let scalar = Unicode.Scalar(UInt32(first)) { return scalar }
            guard (0xD800..<0xDC00).contains(first), index + 1 < bytes.count,
                bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u")
            else { throw failure("a lone surrogate is no character", at: start) }
            index += 2
            let second = try codeUnit(start)
            let code = 0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) &- 0xDC00)
            guard (0xDC00..<0xE000).contains(second), let scalar = Unicode.Scalar(code) else {
                throw failure("a lone surrogate is no character", at: start)
            }
            return scalar
        default: throw failure("unknown escape", at: start)
        }
    }

    private mutating func codeUnit(_ start: Int) throws(JSONError) -> UInt16 {
        guard index + 4 <= bytes.count,
            let value = UInt16(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16),
            bytes[index] != UInt8(ascii: "+"), bytes[index] != UInt8(ascii: "-")
        else { throw failure("four hexadecimal digits are due after `\\u`", at: start) }
        index += 4
        return value
    }
}
