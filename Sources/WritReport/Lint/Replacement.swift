internal import WritDiagnostics
internal import WritManifest
internal import WritModel

/// The smallest stretch of a file that an edit changes, and what takes its place.
struct Replacement {
    let span: SourceSpan
    let text: String

    /// `nil` for an edit that makes or deletes a file, or changes nothing. Cost is linear in the file.
    init?(_ edit: FileEdit) {
        guard let before = edit.before, let after = edit.after, before != after else { return nil }
        let shorter = min(before.count, after.count)
        var start = 0
        while start < shorter, before[start] == after[start] { start += 1 }
        var end = 0
        while end < shorter - start, before[before.count - 1 - end] == after[after.count - 1 - end] {
            end += 1
        }
        // A stretch starts and ends between characters.
        while start > 0, start < before.count, before[start] & 0xC0 == 0x80 { start -= 1 }
        while end > 0, before[before.count - end] & 0xC0 == 0x80 { end -= 1 }
        span = SourceSpan(
            file: edit.path, start: position(of: start, in: before),
            end: position(of: before.count - end, in: before))
        text = String(decoding: after[start..<(after.count - end)], as: UTF8.self)
    }

    /// The stretch and its new text.
    var json: JSONValue { ["span": WritReport.json(span), "text": .string(text)] }
}

private func position(of offset: Int, in bytes: [UInt8]) -> SourcePosition {
    let before = bytes[..<offset]
    let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return SourcePosition(
        line: before.count { $0 == 0x0A } + 1,
        column: before[lineStart...].count { $0 & 0xC0 != 0x80 } + 1)
}
