internal import WritDiagnostics

/// One source line as it is printed, and the stretch of it to underline, in terminal columns.
struct Excerpt: Hashable {
    var text: String
    var underlineStart: Int
    var underlineWidth: Int
}

/// A file cut into lines once, with the places that must not be shown.
struct ExcerptSource {
    private let bytes: [UInt8]
    private let lineStarts: [Int]
    private let secrets: [SourceSpan]

    /// The most columns of a line that are printed; longer lines are cut around what is underlined.
    private static let widest = 160

    init(_ source: SourceText, secrets: [SourceSpan]) {
        bytes = source.bytes
        lineStarts = [0] + source.bytes.indices.filter { source.bytes[$0] == 0x0A }.map { $0 + 1 }
        self.secrets = secrets
    }

    /// The first line of `span`; `nil` if the file has no such line. Cost is linear in the line up to the
    /// span; only the stretch that can be shown is decoded.
    func excerpt(of span: SourceSpan) -> Excerpt? {
        let column = max(span.start.column - 1, 0)
        guard let stretch = stretch(ofLine: span.start.line, around: column) else { return nil }
        var cells = stretch.scalars.map(cell)
        for index in stretch.scalars.indices where isInsideCommandMark(stretch.scalars, index, { $0 }) {
            let text = escaped(stretch.scalars[index])
            cells[index] = Cell(text: text, width: text.unicodeScalars.count)
        }
        hideSecrets(in: &cells, line: span.start.line, from: stretch.first)
        let start = min(column - stretch.first, cells.count)
        let lastShown = cells.lastIndex { !$0.text.allSatisfy { $0 == " " } }.map { $0 + 1 } ?? 0
        let end =
            span.end.line == span.start.line
            ? min(max(span.end.column - 1 - stretch.first, start), cells.count) : max(start, lastShown)
        let shown = window(cells, around: start)
        let head = shown.lowerBound + stretch.first > 0 ? "…" : ""
        let tail = shown.upperBound < cells.count || stretch.isCut ? "…" : ""
        let before = cells[shown.lowerBound..<max(start, shown.lowerBound)].reduce(0) { $0 + $1.width }
        let under = cells[start..<max(start, min(end, shown.upperBound))].reduce(0) { $0 + $1.width }
        var text = head + cells[shown].map(\.text).joined() + tail
        while text.hasSuffix(" ") { text.removeLast() }
        return Excerpt(text: text, underlineStart: before + head.count, underlineWidth: max(1, under))
    }

    /// A part of a line.
    private struct Stretch {
        /// The column it starts at, from 0.
        var first: Int
        var scalars: [Unicode.Scalar]
        /// Whether the line goes on behind it.
        var isCut: Bool
    }

    /// The part of line `number` that can be shown with `column` (from 0) in it.
    private func stretch(ofLine number: Int, around column: Int) -> Stretch? {
        guard number >= 1, number <= lineStarts.count else { return nil }
        var end = number < lineStarts.count ? lineStarts[number] - 1 : bytes.count
        let lineStart = lineStarts[number - 1]
        if end > lineStart, bytes[end - 1] == 0x0D { end -= 1 }
        let first = max(0, column - ExcerptSource.widest)
        let start = advance(lineStart, by: first, to: end)
        let stop = advance(start, by: 3 * ExcerptSource.widest, to: end)
        let text = String(decoding: bytes[start..<stop], as: UTF8.self)
        return Stretch(first: first, scalars: Array(text.unicodeScalars), isCut: stop < end)
    }

    /// The start of the character that many characters behind the one at `index`; at most `end`.
    private func advance(_ index: Int, by count: Int, to end: Int) -> Int {
        var index = index
        var rest = count
        while rest > 0, index < end {
            index += 1
            while index < end, bytes[index] & 0xC0 == 0x80 { index += 1 }
            rest -= 1
        }
        return index
    }

    /// Puts one `[redacted]` in the place of every secret on the line.
    private func hideSecrets(in cells: inout [Cell], line: Int, from column: Int) {
        for secret in secrets where secret.start.line <= line && line <= secret.end.line {
            let first = secret.start.line == line ? max(0, secret.start.column - 1 - column) : 0
            let last = secret.end.line == line ? secret.end.column - 1 - column : cells.count
            guard first < min(last, cells.count) else { continue }
            for index in first..<min(last, cells.count) { cells[index] = Cell(text: "", width: 0) }
            cells[first] = Cell(text: "[redacted]", width: 10)
        }
    }

    private func window(_ cells: [Cell], around start: Int) -> Range<Int> {
        guard cells.reduce(0, { $0 + $1.width }) > ExcerptSource.widest else { return 0..<cells.count }
        let first = max(0, start - ExcerptSource.widest / 3)
        var last = first, used = 0
        while last < cells.count, used + cells[last].width <= ExcerptSource.widest {
            used += cells[last].width
            last += 1
        }
        return first..<last
    }
}

/// One character as it is printed, and how many columns it takes.
private struct Cell {
    var text: String
    var width: Int
}

private func cell(_ scalar: Unicode.Scalar) -> Cell {
    if scalar == "\t" { return Cell(text: "    ", width: 4) }
    // A space that is none to YAML would look like one; the ideographic one is wide enough to be told.
    let isOddSpace =
        scalar.properties.generalCategory == .spaceSeparator && scalar != " " && scalar != "\u{3000}"
    let text = isOddSpace ? escaped(scalar) : terminalSafe(String(Character(scalar)))
    guard text.unicodeScalars.count == 1 else { return Cell(text: text, width: text.unicodeScalars.count) }
    return Cell(text: text, width: width(of: scalar))
}

/// The columns a terminal gives a character: two for East Asian wide and full-width ones and for emoji
/// (the ranges of Unicode's EastAsianWidth that are W or F), none for combining marks.
private func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x231A...0x231B, 0x23E9...0x23EC, 0x2614...0x2615, 0x26A1, 0x2705, 0x2728,
        0x274C, 0x2753...0x2755, 0x2757, 0x2795...0x2797, 0x2E80...0x303E, 0x3041...0x33FF,
        0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
        0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
        0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x1FA70...0x1FAFF, 0x20000...0x3FFFD:
        return 2
    default:
        return 1
    }
}
