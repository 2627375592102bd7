/// What a plain scalar is to a reader of YAML 1.1 or 1.2 that types scalars by their looks.
enum PlainReading: Equatable {
    case null, boolean(Bool), number, sixties, date

    /// A few words for a message: "as false".
    var words: String {
        switch self {
        case .null: "as null"
        case .boolean(let flag): flag ? "as true" : "as false"
        case .number: "as a number"
        case .sixties: "as a number in base 60"
        case .date: "as a date"
        }
    }

    /// The reading of `text`; `nil` where every reader takes it for a text.
    ///
    /// Rules of the YAML 1.1 type repository and of the core schema of YAML 1.2.2 §10.3, with words in
    /// any case.
    init?(_ text: String) {
        guard let first = text.utf8.first, PlainReading.mayStart.contains(first) else { return nil }
        // Of the texts that start with a letter or tilde only short words are anything else.
        if first >= UInt8(ascii: "A"), text.utf8.count > 5 { return nil }
        let word = text.lowercased()
        switch word {
        case "~", "null": self = .null
        case "y", "yes", "true", "on": self = .boolean(true)
        case "n", "no", "false", "off": self = .boolean(false)
        case ".nan", ".inf", "+.inf", "-.inf": self = .number
        default:
            let bytes = Array(word.utf8)
            if isDate(bytes) {
                self = .date
            } else if isNumber(bytes) {
                self = .number
            } else if isSixties(bytes) {
                self = .sixties
            } else {
                return nil
            }
        }
    }

    /// Most texts are told by their first byte not to be anything else.
    private static let mayStart = Set("~nNyYtToOfF.+-0123456789".utf8)
}

/// Whether a plain `text` stands for nothing.
func isNullWord(_ text: String) -> Bool {
    text.isEmpty || text == "~" || text.lowercased() == "null"
}

private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

/// `2024-01-01`, alone or followed by a time; month and day may have one digit.
private func isDate(_ bytes: [UInt8]) -> Bool {
    let parts = bytes.split(separator: UInt8(ascii: "-"), maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[0].allSatisfy(isDigit),
        (1...2).contains(parts[1].count), parts[1].allSatisfy(isDigit)
    else { return false }
    let day = parts[2].prefix(while: isDigit)
    guard (1...2).contains(day.count) else { return false }
    let rest = parts[2].dropFirst(day.count)
    guard let mark = rest.first else { return true }
    return mark == UInt8(ascii: "t") || mark == UInt8(ascii: " ")
}

/// Integers in four bases and floats, with `_` between digits.
private func isNumber(_ bytes: [UInt8]) -> Bool {
    var rest = unsigned(bytes)
    if rest.starts(with: "0x".utf8) {
        return rest.count > 2 && rest.dropFirst(2).allSatisfy(isHexadecimal)
    }
    if rest.starts(with: "0o".utf8) || rest.starts(with: "0b".utf8) {
        return rest.count > 2 && rest.dropFirst(2).allSatisfy { isDigit($0) || $0 == UInt8(ascii: "_") }
    }
    let whole = rest.prefix { isDigit($0) || $0 == UInt8(ascii: "_") }
    rest = rest.dropFirst(whole.count)
    var digits = whole.count { isDigit($0) }
    if rest.first == UInt8(ascii: ".") {
        let fraction = rest.dropFirst().prefix { isDigit($0) || $0 == UInt8(ascii: "_") }
        digits += fraction.count { isDigit($0) }
        rest = rest.dropFirst(1 + fraction.count)
    }
    guard digits > 0 else { return false }
    guard rest.first == UInt8(ascii: "e") else { return rest.isEmpty }
    let exponent = unsigned(Array(rest.dropFirst()))
    return !exponent.isEmpty && exponent.allSatisfy(isDigit)
}

/// `190:20:30`, which YAML 1.1 reads as 685230.
private func isSixties(_ bytes: [UInt8]) -> Bool {
    let parts = unsigned(bytes).split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count > 1, parts[0].first.map(isDigit) == true,
        parts[0].allSatisfy({ isDigit($0) || $0 == UInt8(ascii: "_") })
    else { return false }
    return parts.dropFirst().enumerated().allSatisfy { index, part in
        let whole = part.prefix(while: isDigit)
        let rest = part.dropFirst(whole.count)
        let isLast = index == parts.count - 2
        let isBelowSixty = whole.count == 1 || whole.count == 2 && whole.first.map({ $0 < 0x36 }) == true
        guard isBelowSixty else { return false }
        return rest.isEmpty
            || isLast && rest.first == UInt8(ascii: ".") && rest.dropFirst().allSatisfy(isDigit)
    }
}

private func unsigned(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    let hasSign = bytes.first == UInt8(ascii: "+") || bytes.first == UInt8(ascii: "-")
    return hasSign ? bytes.dropFirst() : bytes[...]
}

private func isHexadecimal(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x61...0x66).contains(byte) || byte == UInt8(ascii: "_")
}
