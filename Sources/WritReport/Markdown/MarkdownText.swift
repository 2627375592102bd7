/// `text` as inline code, in which Markdown knows no mention, link, image, HTML or emphasis.
///
/// A backtick is escaped rather than fenced with longer runs: renderers give up on long ones. Texts of more
/// than `limit` characters are cut.
func markdownCode(_ text: String, limit: Int = 200) -> String {
    let safe = clipped(terminalSafe(text), to: limit).map { $0 == "`" ? "\\u{60}" : String($0) }.joined()
    return safe.allSatisfy { $0 == " " } ? "(empty)" : "`\(safe)`"
}

/// One line for a fenced block: inert in every renderer, and not long enough to be a file of its own.
///
/// Runs of more than ``longestRun`` backticks are escaped, as renderers count fences in a byte.
func markdownLine(_ text: String) -> String {
    let safe = clipped(terminalSafe(text), to: 2000)
    guard longestBacktickRun(in: safe) > longestRun else { return safe }
    return safe.replacing("`", with: "\\u{60}")
}

/// The fence for a block of these lines: longer than any run of backticks in them.
func markdownFence(around lines: some Sequence<String>) -> String {
    let longest = lines.map(longestBacktickRun).max() ?? 0
    return String(repeating: "`", count: max(3, longest + 1))
}

private let longestRun = 32

private func longestBacktickRun(in text: String) -> Int {
    var longest = 0
    var current = 0
    for byte in text.utf8 {
        current = byte == UInt8(ascii: "`") ? current + 1 : 0
        longest = max(longest, current)
    }
    return longest
}

/// The first `limit` characters, and how many more there are.
///
/// Counted in Unicode scalars: one character can be built of any number of them.
private func clipped(_ text: String, to limit: Int) -> String {
    guard text.utf8.count > limit else { return text }
    let count = text.unicodeScalars.count
    guard count > limit else { return text }
    return String(text.unicodeScalars.prefix(limit)) + "… (\(count - limit) more characters)"
}
