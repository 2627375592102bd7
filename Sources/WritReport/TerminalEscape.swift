/// `text` with everything that could steer a terminal or a pipeline's log, or mislead their reader, shown as
/// `\u{…}`: control characters with line ends and tabs, bidirectional controls, line separators, invisible
/// characters, and the second `#` of what a pipeline takes for a command.
///
/// ``inertInLogs(_:)`` does the rest: what is a command at the start of a line only.
package func terminalSafe(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { isUnsafe($0) || $0 == "#" }) else { return text }
    var result = ""
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
        if isUnsafe(scalar) || isInsideCommandMark(scalars, index, { $0 }) {
            result += escaped(scalar)
        } else {
            result.unicodeScalars.append(scalar)
        }
    }
    return result
}

/// The output of a command with nothing in it that a pipeline's log would obey, nor a character that misleads
/// its reader. JSON stays the same value.
///
/// GitHub's runner takes a line that starts with `::` behind white space for a command, and `##[` wherever it
/// stands in a line (`ActionCommand.TryParseV2` and `TryParse` of actions/runner); Azure's agent likewise
/// `##vso[`. Text went through ``terminalSafe(_:)`` before, so that what is left of hidden characters and of
/// `##[` stands in JSON. Cost is linear; nearly every text comes back as it is.
package func inertInLogs(_ text: String) -> String {
    guard mayNeedEscapes(text) else { return text }
    var result = ""
    let scalars = Array(text.unicodeScalars)
    var isLineStart = true
    for (index, scalar) in scalars.enumerated() {
        if scalar == ":", isLineStart, scalars.dropFirst(index + 1).first == ":" {
            result += escaped(scalar)
        } else if isInsideCommandMark(scalars, index, { $0 }) || scalar.value >= 0x7F && isUnsafe(scalar) {
            result += escapedForJSON(scalar)
        } else {
            result.unicodeScalars.append(scalar)
        }
        isLineStart = scalar == "\n" || isLineStart && scalar.properties.isWhitespace
    }
    return result
}

/// Whether the element at `index` is the second `#` of `##[` or `##word[`.
func isInsideCommandMark<Element>(
    _ elements: [Element], _ index: Int, _ scalar: (Element) -> Unicode.Scalar?
) -> Bool {
    guard index > 0, scalar(elements[index]) == "#", scalar(elements[index - 1]) == "#" else { return false }
    let end = elements[(index + 1)...].first { scalar($0)?.properties.isAlphabetic != true }
    return end.flatMap(scalar) == "["
}

/// `\u{1b}`.
func escaped(_ scalar: Unicode.Scalar) -> String { "\\u{" + String(scalar.value, radix: 16) + "}" }

/// `\u202e`: the only form that JSON knows, in UTF-16 (RFC 8259 §7).
private func escapedForJSON(_ scalar: Unicode.Scalar) -> String {
    String(scalar).utf16.map { unit in
        let digits = String(unit, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
}

/// Whether the text holds two colons or number signs side by side, or anything but ASCII.
private func mayNeedEscapes(_ text: String) -> Bool {
    var previous: UInt8 = 0
    for byte in text.utf8 {
        if byte >= 0x7F { return true }
        if byte == previous, byte == UInt8(ascii: ":") || byte == UInt8(ascii: "#") { return true }
        previous = byte
    }
    return false
}

private func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: true
    default: false
    }
}
