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
        // As many as most objects have.
        members.reserveCapacity(4)
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
            case UInt8(ascii: ","):
                index += 1
                // Many lists have one item; others go on for long.
                if items.count == 1 { items.reserveCapacity(8) }
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
}
