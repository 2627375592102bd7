/// A source file under `Sources` or `Tests`.
struct SourceFile: Sendable {
    /// From the root, as in `Sources/WritModel/Kind.swift`.
    let path: String

    /// The text, comments and all, a line each.
    let lines: [String]

    /// The same lines with everything blank that is not code. Empty for C.
    let code: [[UInt8]]

    /// The words of `code`, in order.
    let words: [Word]

    init(path: String, bytes: [UInt8]) {
        self.path = path
        lines = splitLines(bytes).map { String(decoding: $0, as: UTF8.self) }
        code = path.hasSuffix(".swift") ? splitLines(CodeMask.apply(to: bytes)).map(Array.init) : []
        words = code.enumerated().flatMap { index, line in Word.all(in: line, number: index + 1) }
    }

    /// Whether it is product code and not a test.
    var isSource: Bool { path.hasPrefix("Sources/") }

    /// The target's name: the folder under `Sources` or `Tests`.
    var target: String {
        let parts = path.split(separator: "/")
        return parts.count > 2 ? String(parts[1]) : ""
    }

    /// The file's name without its last ending.
    var stem: String {
        let name = path.split(separator: "/").last ?? ""
        return String(name.split(separator: ".").dropLast().joined(separator: "."))
    }
}

/// The lines of a text; a line break at its end begins no further line.
private func splitLines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
}
