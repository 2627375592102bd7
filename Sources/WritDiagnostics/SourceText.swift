/// One file's text, cut into lines for printing what a span underlines.
package struct SourceText: Hashable, Sendable {
    /// The file's path in the commit.
    package let path: String
    /// The file's bytes; not always valid UTF-8.
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// The text of line `number` (from 1) without its line end, invalid bytes as U+FFFD; `nil` beyond the last.
    ///
    /// Cost grows with the file's length.
    package func line(_ number: Int) -> String? {
        guard number >= 1 else { return nil }
        var start = 0
        var current = 1
        while current < number {
            guard let newline = bytes[start...].firstIndex(of: 0x0A) else { return nil }
            start = newline + 1
            current += 1
        }
        var end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
        if end > start, bytes[end - 1] == 0x0D { end -= 1 }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }
}
