internal import WritDiagnostics

/// What stands in a file's bytes that no manifest may hold, before YAML is read at all.
struct ByteScan {
    /// Problems after which the text cannot be trusted to be what a reviewer saw: YAML is not read.
    private(set) var fatal: [Diagnostic] = []
    /// Hidden characters: reported, and the rest of the file is read.
    private(set) var hidden: [Diagnostic] = []

    private let file: String
    private let bytes: [UInt8]
    /// Whether the start of a merge conflict was reported, so that its end is not.
    private var isInConflict = false

    /// How many problems of one file are worth telling.
    private static let limit = 20

    /// Scans the file once; cost is linear.
    init(_ bytes: [UInt8], file: String) {
        self.file = file
        self.bytes = bytes
        if let problem = wrongEncoding() {
            fatal = [problem]
        } else {
            scan()
        }
    }

    private func wrongEncoding() -> Diagnostic? {
        let start = bytes.prefix(4)
        let isUTF16 =
            start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF])
            || bytes.count >= 2 && (bytes[0] == 0) != (bytes[1] == 0)
        if isUTF16 || start.starts(with: [0, 0]) {
            return Diagnostic(
                "encoding.not-utf8", "the file is UTF-16 or UTF-32, not UTF-8", at: SourceSpan(startOf: file),
                help: "save it as UTF-8 without a byte order mark")
        }
        if start.starts(with: [0xEF, 0xBB, 0xBF]) {
            return Diagnostic(
                "encoding.bom", "the file starts with a byte order mark", at: span(at: 0, length: 3),
                help: "save it as UTF-8 without a byte order mark")
        }
        return nil
    }

    private mutating func scan() {
        var index = 0
        while let special = nextSpecial(from: index), fatal.count + hidden.count < ByteScan.limit {
            index = special + 1
            switch bytes[special] {
            case 0x0A:
                checkConflictMarker(at: index)
            case 0x0D:
                if index == bytes.count || bytes[index] != 0x0A { bareReturn(at: special) }
            case 0..<0x80:
                refuse(.control, Unicode.Scalar(bytes[special]), at: special, length: 1)
            default:
                index = special + scanScalar(at: special)
            }
        }
    }

    /// The next byte that is neither printable ASCII nor a tab, or the end of a line before what may be the marker
    /// of a merge conflict.
    private func nextSpecial(from start: Int) -> Int? {
        bytes.withUnsafeBufferPointer { bytes in
            ByteClass.table.withUnsafeBufferPointer { table in
                var index = start
                while index < bytes.count {
                    let byte = bytes[index]
                    if table[Int(byte)].contains(.special) { return index }
                    if byte == 0x0A, index + 1 < bytes.count,
                        bytes[index + 1] == UInt8(ascii: "<") || bytes[index + 1] == UInt8(ascii: ">")
                    {
                        return index
                    }
                    index += 1
                }
                return nil
            }
        }
    }

    /// Checks the character of several bytes at `index` and answers its length in bytes.
    private mutating func scanScalar(at index: Int) -> Int {
        guard let (scalar, length) = decode(at: index) else {
            fatal.append(
                Diagnostic(
                    "encoding.invalid-utf8", "the byte \(hex(bytes[index])) is not UTF-8 here",
                    at: span(at: index, length: 1), help: "save the file as UTF-8"))
            var length = 1
            while index + length < bytes.count, bytes[index + length] & 0xC0 == 0x80 { length += 1 }
            return length
        }
        if let reason = RefusedCharacter(scalar) {
            refuse(reason, scalar, at: index, length: length)
        }
        return length
    }

    /// The character at `index`; `nil` for overlong forms, surrogates, and bytes that form none.
    private func decode(at index: Int) -> (Unicode.Scalar, length: Int)? {
        let first = bytes[index]
        let length: Int
        var value: UInt32
        switch first {
        case 0xC2...0xDF: (length, value) = (2, UInt32(first & 0x1F))
        case 0xE0...0xEF: (length, value) = (3, UInt32(first & 0x0F))
        case 0xF0...0xF4: (length, value) = (4, UInt32(first & 0x07))
        default: return nil
        }
        guard index + length <= bytes.count else { return nil }
        for byte in bytes[index + 1..<index + length] {
            guard byte & 0xC0 == 0x80 else { return nil }
            value = value << 6 | UInt32(byte & 0x3F)
        }
        let least: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
        guard value >= least, let scalar = Unicode.Scalar(value) else { return nil }
        return (scalar, length)
    }

    private mutating func refuse(
        _ reason: RefusedCharacter, _ scalar: Unicode.Scalar, at index: Int, length: Int
    ) {
        let place = span(at: index, length: length)
        switch reason {
        case .control:
            fatal.append(
                Diagnostic(
                    "encoding.control", "the control character \(controlName(scalar)) stands here",
                    at: place, help: "delete it"))
        case .lineSeparator:
            fatal.append(
                Diagnostic(
                    "encoding.line-separator",
                    "the character \(name(scalar)) ends a line for YAML but not on a reader's screen",
                    at: place,
                    help: "use an ordinary line end"))
        case .bidirectional, .invisible, .unassigned:
            hidden.append(reason.diagnostic(scalar, at: place))
        }
    }

    private mutating func bareReturn(at index: Int) {
        guard !fatal.contains(where: { $0.code == "encoding.bare-cr" }) else { return }
        fatal.append(
            Diagnostic(
                "encoding.bare-cr", "a carriage return stands without a line feed",
                at: span(at: index, length: 1), help: "end lines with LF or CRLF"))
    }

    private mutating func checkConflictMarker(at index: Int) {
        guard index + 7 <= bytes.count else { return }
        let first = bytes[index]
        guard first == UInt8(ascii: "<") || first == UInt8(ascii: ">"),
            bytes[index..<index + 7].allSatisfy({ $0 == first }),
            index + 7 == bytes.count || [0x20, 0x0A, 0x0D].contains(bytes[index + 7])
        else { return }
        let wasInConflict = isInConflict
        isInConflict = first == UInt8(ascii: "<")
        guard isInConflict || !wasInConflict else { return }
        fatal.append(
            Diagnostic(
                "yaml.merge-conflict", "a merge conflict is not resolved", at: span(at: index, length: 7),
                help: "choose a side and delete the marker lines"))
    }

    /// The span of `length` bytes that are one character or ASCII. Cost grows with the file: few are asked for.
    private func span(at index: Int, length: Int) -> SourceSpan {
        let line = 1 + bytes[..<index].count { $0 == 0x0A }
        let lineStart = bytes[..<index].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let before = bytes[lineStart..<index].count { $0 & 0xC0 != 0x80 }
        let characters = max(1, bytes[index..<index + length].count { $0 & 0xC0 != 0x80 })
        let start = SourcePosition(line: line, column: before + 1)
        let end = SourcePosition(line: line, column: before + 1 + characters)
        return SourceSpan(file: file, start: start, end: end)
    }
}

extension RefusedCharacter {
    /// The diagnostic for `scalar` standing in a text.
    func diagnostic(_ scalar: Unicode.Scalar, at place: SourceSpan) -> Diagnostic {
        let words = words(scalar)
        return Diagnostic(words.code, words.message, at: place, help: words.help)
    }

    /// What a diagnostic says of `scalar`.
    func words(_ scalar: Unicode.Scalar) -> (code: String, message: String, help: String) {
        let name = name(scalar)
        return switch self {
        case .control:
            (
                "text.control", "the text holds the control character \(controlName(scalar))",
                "delete it"
            )
        case .lineSeparator:
            ("text.line-separator", "the text holds the line separator \(name)", "use `\\n`")
        case .bidirectional:
            (
                "text.bidi", "the character \(name) changes the direction in which the text is shown",
                "delete it"
            )
        case .invisible: ("text.invisible", "the character \(name) cannot be seen", "delete it")
        case .unassigned:
            ("text.unassigned", "the code point \(name) is not assigned to a character", "delete it")
        }
    }
}

/// `U+200B`.
func name(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}

/// `U+001B (ESC)`, for those that people know by a name.
private func controlName(_ scalar: Unicode.Scalar) -> String {
    let known: [UInt32: String] = [0: "NUL", 7: "BEL", 8: "BS", 0x1B: "ESC", 0x7F: "DEL", 0x9B: "CSI"]
    return name(scalar) + (known[scalar.value].map { " (\($0))" } ?? "")
}

/// `0xF6`.
private func hex(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return "0x" + (digits.count < 2 ? "0" : "") + digits
}
