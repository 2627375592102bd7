/// `text` as inline code, in which Markdown knows no mention, link, image, HTML or emphasis.
///
/// A backtick is escaped rather than fenced with longer runs: renderers give up on long ones. Texts of more
/// than `limit` bytes are cut.
func markdownCode(_ text: String, limit: Int = 200) -> String {
    let safe = terminalSafe(text).replacing("`", with: "\\u{60}")
    return safe.allSatisfy { $0 == " " } ? "(empty)" : "`\(clipped(safe, to: limit))`"
}

/// One line for a fenced block: inert in every renderer, and not long enough to be a file of its own.
///
/// Runs of more than ``longestRun`` backticks are escaped, as renderers count fences in a byte.
func markdownLine(_ text: String) -> String {
    let safe = terminalSafe(text)
    let isLong = longestBacktickRun(in: safe) > longestRun
    return clipped(isLong ? safe.replacing("`", with: "\\u{60}") : safe, to: 2000)
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

/// The first `limit` bytes of UTF-8, to the end of a scalar, and how many more there are.
///
/// Not counted in characters: one of them can be built of any number of scalars.
private func clipped(_ text: String, to limit: Int) -> String {
    guard text.utf8.count > limit else { return text }
    let bytes = text.utf8.prefix(limit)
    let start = String(bytes) ?? String(decoding: bytes.dropLast(trailing(bytes)), as: UTF8.self)
    return start + "… (\(text.utf8.count - start.utf8.count) more bytes)"
}

/// How many bytes at the end belong to a scalar that is cut.
private func trailing(_ bytes: Substring.UTF8View) -> Int {
    let continuing = bytes.reversed().prefix { $0 & 0xC0 == 0x80 }.count
    return continuing + 1
}
