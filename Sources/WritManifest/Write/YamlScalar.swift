/// `text` on one line, so that it reads back exactly and no YAML tool takes it for anything but a text.
///
/// Plain where that is safe, else in double quotes; in single quotes where those spare escapes. Characters
/// that no manifest may hold are escaped, so that a reader names them.
///
/// - Parameter inFlow: the text stands between brackets or braces.
package func yamlScalar(_ text: String, inFlow: Bool = false) -> String {
    if isPlainSafe(text, inFlow: inFlow) { return text }
    if text.unicodeScalars.contains(where: needsEscape) { return doubleQuoted(text) }
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) else {
        return "\"\(text)\""
    }
    return "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
}

/// `text` as a key: as a scalar, and in quotes where a colon in it could be taken for the key's.
package func yamlKey(_ text: String, inFlow: Bool = false) -> String {
    let scalar = yamlScalar(text, inFlow: inFlow)
    return scalar == text && text.utf8.contains(UInt8(ascii: ":")) ? "\"\(text)\"" : scalar
}

/// Whether `text` may stand in a block, where nothing is escaped.
func isBlockSafe(_ text: String) -> Bool {
    !text.unicodeScalars.contains { $0 != "\n" && needsEscape($0) }
}

/// Whether a reader would not see the character as it is: line ends, tabs, spaces that are none, and what
/// manifests refuse.
private func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    if (0x20..<0x7F).contains(scalar.value) { return false }
    return scalar.value < 0x20 || scalar.properties.isWhitespace || RefusedCharacter(scalar) != nil
}

/// Stricter than YAML: no character that means something in any place, wherever it stands.
private func isPlainSafe(_ text: String, inFlow: Bool) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last,
        !leadingIndicators.contains(first), last != UInt8(ascii: " "), last != UInt8(ascii: ":"),
        PlainReading(text) == nil, !isNullWord(text), text != "=", text != "<<", text != "..."
    else { return false }
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
        switch scalar {
        case " " where previous == ":": return false
        case "#" where previous == " ": return false
        case ",", "[", "]", "{", "}", "?": if inFlow { return false }
        case _ where needsEscape(scalar): return false
        default: break
        }
        previous = scalar
    }
    return true
}

/// YAML's indicators and a space; `+` because people quote phone numbers.
private let leadingIndicators = Set("-?:,[]{}#&*!|>'\"%@`+ ".utf8)

private func doubleQuoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": result += "\\\""
        case "\\": result += "\\\\"
        case "\n": result += "\\n"
        case "\t": result += "\\t"
        case _ where needsEscape(scalar): result += escape(scalar)
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result + "\""
}

/// `\xA0`, `\u2028` or `\U000E0001`.
private func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let (letter, width) =
        scalar.value < 0x100 ? ("x", 2) : scalar.value < 0x10000 ? ("u", 4) : ("U", 8)
    return "\\\(letter)" + String(repeating: "0", count: width - digits.count) + digits
}
