internal import WritModel

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
    var text = text
    let inert: String? = text.withUTF8 { bytes in
        var result: [UInt8] = []
        var kept = 0
        var start = 0
        // What is a command, and what may follow a mark, ends with its line.
        while start < bytes.count {
            let (end, mayNeedEscapes) = lookAtLine(bytes, from: start)
            if mayNeedEscapes {
                if kept == 0 { result.reserveCapacity(bytes.count + 64) }
                result += bytes[kept..<start]
                result += inertLine(String(decoding: bytes[start..<end], as: UTF8.self)).utf8
                kept = end
            }
            start = end
        }
        return kept == 0 ? nil : String(decoding: result + bytes[kept...], as: UTF8.self)
    }
    return inert ?? text
}

/// A line with its end, with nothing in it that a pipeline's log would obey.
private func inertLine(_ text: String) -> String {
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
        isLineStart = isLineStart && scalar.properties.isWhitespace
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

/// The end of the line that starts at `start`, its line end included, and whether it holds anything but ASCII and ellipses,
/// two number signs side by side, or two colons behind nothing but white space.
private func lookAtLine(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> (end: Int, Bool) {
    var mayNeedEscapes = false
    var index = start
    // White space first: what is a command stands right behind it.
    while index < bytes.count, bytes[index] <= 0x20, bytes[index] != UInt8(ascii: "\n") { index += 1 }
    if index + 1 < bytes.count, bytes[index] == UInt8(ascii: ":"), bytes[index + 1] == bytes[index] {
        mayNeedEscapes = true
    }
    var previous: UInt8 = 0
    while index < bytes.count {
        if isPlain(bytes, index) {
            index += 8
            previous = 0
            continue
        }
        let byte = bytes[index]
        index += 1
        if byte == UInt8(ascii: "\n") { break }
        if byte == 0xE2, index + 1 < bytes.count, bytes[index] == 0x80, bytes[index + 1] == 0xA6 {
            // The ellipsis, which findings use: it steers nothing.
            index += 2
        } else if byte >= 0x7F || byte == previous && byte == UInt8(ascii: "#") {
            mayNeedEscapes = true
        }
        previous = byte
    }
    return (index, mayNeedEscapes)
}

/// Whether the next eight bytes are ASCII without a line end, a number sign and the character to delete.
private func isPlain(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    guard index + 8 <= bytes.count else { return false }
    let word = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self)
    let marks =
        word.nonASCIIBytes | word.bytes(equalTo: UInt8(ascii: "\n")) | word.bytes(equalTo: 0x7F)
        | word.bytes(equalTo: UInt8(ascii: "#"))
    return marks == 0
}

private func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: true
    default: false
    }
}
