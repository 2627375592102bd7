/// Where the lines of a text start: turns lines and columns into byte offsets and back.
struct SourceIndex: Sendable {
    let bytes: [UInt8]
    /// The first byte of each line; a text that ends in a line end has an empty last line.
    private let lineStarts: [Int]
    /// How the text's lines end, by its first one.
    let newline: [UInt8]

    /// Cost is linear.
    init(_ bytes: [UInt8]) {
        var starts = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
        var newline: [UInt8]?
        var offset = 0
        while offset < bytes.count {
            let byte = bytes[offset]
            offset += 1
            guard byte == 0x0A || byte == 0x0D else { continue }
            let isPair = byte == 0x0D && offset < bytes.count && bytes[offset] == 0x0A
            if isPair { offset += 1 }
            newline = newline ?? (isPair ? [0x0D, 0x0A] : [byte])
            starts.append(offset)
        }
        self.bytes = bytes
        self.lineStarts = starts
        self.newline = newline ?? [0x0A]
    }

    /// The offset of a line and column, both from 1, columns in Unicode scalars; at most the text's end.
    func offset(_ mark: YamlNode.Mark) -> Int {
        guard Int(mark.line) <= lineStarts.count else { return bytes.count }
        var offset = lineStarts[Int(mark.line) - 1]
        var left = Int(mark.column) - 1
        while left > 0, offset < bytes.count {
            offset += 1
            while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
            left -= 1
        }
        return offset
    }

    /// The number of the line, from 0, that the byte at `offset` is part of.
    func line(at offset: Int) -> Int {
        var low = 0, high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }

    /// The first byte of the line that `offset` is in.
    func lineStart(at offset: Int) -> Int { lineStarts[line(at: offset)] }

    /// The offset of the line's end, its line end left out.
    func lineEnd(at offset: Int) -> Int {
        var end = nextLine(after: offset)
        while end > lineStart(at: offset), bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
        return end
    }

    /// The first byte of the next line; the text's end on the last line.
    func nextLine(after offset: Int) -> Int {
        let next = line(at: offset) + 1
        return next < lineStarts.count ? lineStarts[next] : bytes.count
    }

    /// How many bytes stand before `offset` on its line.
    func column(of offset: Int) -> Int { offset - lineStart(at: offset) }

    /// Whether only spaces stand before `offset` on its line.
    func isFirst(onLine offset: Int) -> Bool {
        bytes[lineStart(at: offset)..<offset].allSatisfy { $0 == 0x20 }
    }

    /// Whether two offsets are on one line.
    func isOneLine(_ a: Int, _ b: Int) -> Bool { line(at: a) == line(at: b) }

    /// An edit whose replacement is written with `\n` and gets the text's own line ends.
    func edit(_ range: Range<Int>, _ text: String) -> TextEdit {
        var result: [UInt8] = []
        for byte in text.utf8 {
            if byte == 0x0A { result += newline } else { result.append(byte) }
        }
        return TextEdit(range, result)
    }

    /// The text of a range.
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
