/// `bytes` as text that is safe to show: control, line-breaking and text-reversing characters as `\u{1b}`,
/// bytes that are no UTF-8 as `\x{ff}`, a backslash doubled.
func escapedName(_ bytes: some Collection<UInt8>) -> String {
    var rest = Array(bytes)[...]
    var text = ""
    while let first = rest.first {
        if let scalar = leadingScalar(of: rest) {
            text += isUnsafeToShow(scalar) ? "\\u{" + String(scalar.value, radix: 16) + "}" : shown(scalar)
            rest = rest.dropFirst(UTF8.width(scalar))
        } else {
            text += "\\x{" + String(first, radix: 16) + "}"
            rest = rest.dropFirst()
        }
    }
    return text
}

/// `text` made safe to show.
func escapedName(_ text: String) -> String { escapedName(text.utf8) }

/// Whether `scalar` moves the cursor, breaks the line or reverses the text around it when it is printed.
///
/// Source: Unicode general categories Cc, Zl and Zp; the embeddings, overrides and isolates of UAX #9.
func isUnsafeToShow(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
}

private func shown(_ scalar: Unicode.Scalar) -> String {
    scalar == "\\" ? "\\\\" : String(scalar)
}

/// The first scalar of `bytes`, or `nil` where they do not begin with valid UTF-8.
private func leadingScalar(of bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
    var decoder = UTF8()
    var input = bytes.prefix(4).makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&input) else { return nil }
    return scalar
}
