/// Why a JSON text could not be read: a sentence and the byte where the problem starts.
package struct JSONError: Error, Hashable, Sendable {
    /// A lower-case sentence.
    package var message: String
    /// The byte where the problem starts.
    package var offset: Int
    /// The first of two members of one name.
    package var earlierOffset: Int?
}

extension JSONValue {
    /// Reads one JSON text (RFC 8259), strictly: no comments, no trailing commas, no duplicate member
    /// names, no lone surrogates, at most `depthLimit` levels.
    ///
    /// - Throws: ``JSONError`` at the first problem.
    package init(parsing bytes: [UInt8], depthLimit: Int = 64) throws(JSONError) {
        var parser = JSONParser(bytes: bytes, depthLimit: depthLimit)
        parser.skipSpace()
        self = try parser.value(depth: 0)
        parser.skipSpace()
        guard parser.index == bytes.count else { throw parser.failure("text after the end of the value") }
    }
}

/// Reads JSON from bytes, piece by piece.
struct JSONParser {
    let bytes: [UInt8]
    let depthLimit: Int
    var index = 0

    init(bytes: [UInt8], depthLimit: Int = 64) {
        self.bytes = bytes
        self.depthLimit = depthLimit
    }

    /// The error for what stands at `offset`, or where the reading is.
    func failure(_ message: String, at offset: Int? = nil) -> JSONError {
        JSONError(message: message, offset: offset ?? index)
    }

    /// The next byte; `nil` at the end.
    var current: UInt8? { index < bytes.count ? bytes[index] : nil }

    /// Goes to the next byte that is no space.
    mutating func skipSpace() {
        while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
            index += 1
        }
    }

    /// A value inside `depth` others.
    mutating func value(depth: Int) throws(JSONError) -> JSONValue {
        guard depth < depthLimit else { throw failure("more than \(depthLimit) levels of nesting") }
        switch current {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .boolean(true))
        case UInt8(ascii: "f"): return try word("false", .boolean(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case .some(UInt8(ascii: "-")), .some(0x30...0x39): return try number()
        case nil: throw failure("the text ends where a value is due")
        default: throw failure("a value is due here")
        }
    }

    /// One of the words that JSON has.
    private mutating func word(_ text: StaticString, _ value: JSONValue) throws(JSONError) -> JSONValue {
        guard bytes.count - index >= text.utf8CodeUnitCount,
            text.withUTF8Buffer({ bytes[index..<index + $0.count].elementsEqual($0) })
        else { throw failure("a value is due here") }
        index += text.utf8CodeUnitCount
        return value
    }

    private mutating func object(depth: Int) throws(JSONError) -> JSONValue {
        index += 1
        var members: [JSONValue.Member] = []
        var offsets = MemberOffsets()
        skipSpace()
        if current == UInt8(ascii: "}") {
            index += 1
            return .object([])
        }
        while true {
            skipSpace()
            guard current == UInt8(ascii: "\"") else { throw failure("a quoted member name is due here") }
            let start = index
            let name = try string()
            if let earlier = offsets.take(name, at: start, after: members) {
                throw JSONError(
                    message: "the member `\(name)` stands twice", offset: start, earlierOffset: earlier)
            }
            skipSpace()
            guard current == UInt8(ascii: ":") else { throw failure("`:` is due here") }
            index += 1
            skipSpace()
            members.append(JSONValue.Member(name, try value(depth: depth + 1)))
            skipSpace()
            switch current {
            case UInt8(ascii: ","): index += 1
            case UInt8(ascii: "}"):
                index += 1
                return .object(members)
            default: throw failure("`,` or `}` is due here")
            }
        }
    }

    private mutating func array(depth: Int) throws(JSONError) -> JSONValue {
        index += 1
        var items: [JSONValue] = []
        skipSpace()
        if current == UInt8(ascii: "]") {
            index += 1
            return .array([])
        }
        while true {
            skipSpace()
            items.append(try value(depth: depth + 1))
            skipSpace()
            switch current {
            case UInt8(ascii: ","): index += 1
            case UInt8(ascii: "]"):
                index += 1
                return .array(items)
            default: throw failure("`,` or `]` is due here")
            }
        }
    }

    private mutating func number() throws(JSONError) -> JSONValue {
        let start = index
        if current == UInt8(ascii: "-") { index += 1 }
        if current == UInt8(ascii: "0") {
            index += 1
        } else {
            try digits(after: start)
        }
        if current == UInt8(ascii: ".") {
            index += 1
            try digits(after: start)
        }
        if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
            index += 1
            if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { index += 1 }
            try digits(after: start)
        }
        return .number(String(decoding: bytes[start..<index], as: UTF8.self))
    }

    private mutating func digits(after start: Int) throws(JSONError) {
        let first = index
        while let byte = current, (0x30...0x39).contains(byte) { index += 1 }
        if index == first { throw failure("the number is incomplete", at: start) }
    }

    /// A text, from its opening quote on.
    mutating func string() throws(JSONError) -> String {
        let start = index
        index += 1
        // Nearly every text is ASCII and ends before anything has to be replaced in it.
        var isASCII = true
        while let byte = current, byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
            if byte >= 0x80 { isASCII = false }
            index += 1
        }
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
