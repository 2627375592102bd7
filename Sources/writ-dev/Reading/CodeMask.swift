/// Swift source in which everything that is not code is blank: comments, text in string literals, regular
/// expressions between `#/` and `/#`, and names in backticks.
///
/// Line breaks, quotes and the code inside `\( )` stay where they are, so lines and columns are those of the
/// source. A regular expression between bare slashes is not recognised.
struct CodeMask {
    private let source: [UInt8]
    private var masked: [UInt8] = []
    private var index = 0

    /// The masked text of `source`, of the same length.
    static func apply(to source: [UInt8]) -> [UInt8] {
        var mask = CodeMask(source: source)
        mask.masked.reserveCapacity(source.count)
        mask.copyCode(isInterpolation: false)
        return mask.masked
    }

    private init(source: [UInt8]) { self.source = source }

    /// Copies code up to the end or, inside an interpolation, up to the bracket that closes it.
    private mutating func copyCode(isInterpolation: Bool) {
        var depth = 0
        while index < source.count {
            if starts("//") {
                blankLine()
            } else if starts("/*") {
                blankBlockComment()
            } else if starts("`") {
                blankBackticks()
            } else if starts("\"") {
                maskString(hashes: 0)
            } else if starts("#") {
                maskAfterHashes()
            } else {
                if starts("(") { depth += 1 }
                if starts(")") {
                    if isInterpolation, depth == 0 { return }
                    depth -= 1
                }
                keep(1)
            }
        }
    }

    private mutating func maskAfterHashes() {
        var hashes = 0
        while index + hashes < source.count, source[index + hashes] == UInt8(ascii: "#") { hashes += 1 }
        keep(hashes)
        if starts("\"") {
            maskString(hashes: hashes)
        } else if starts("/") {
            blankRegularExpression(hashes: hashes)
        }
    }

    private mutating func maskString(hashes: Int) {
        let quotes = starts("\"\"\"") ? 3 : 1
        let end = [UInt8](repeating: UInt8(ascii: "\""), count: quotes) + hashMarks(hashes)
        let escape = [UInt8(ascii: "\\")] + hashMarks(hashes)
        keep(quotes)
        while index < source.count {
            if starts(end) { return keep(end.count) }
            // A literal of one line that is not closed: broken source, not ours to report.
            if quotes == 1, starts("\n") { return }
            if starts(escape + [UInt8(ascii: "(")]) {
                blank(escape.count)
                keep(1)
                copyCode(isInterpolation: true)
                if starts(")") { keep(1) }
            } else if starts(escape) {
                blank(escape.count + 1)
            } else {
                blank(1)
            }
        }
    }

    private mutating func blankRegularExpression(hashes: Int) {
        let end = [UInt8(ascii: "/")] + hashMarks(hashes)
        blank(1)
        while index < source.count, !starts(end) { blank(1) }
        blank(end.count)
    }

    private mutating func blankLine() {
        while index < source.count, !starts("\n") { blank(1) }
    }

    private mutating func blankBlockComment() {
        var depth = 0
        repeat {
            if starts("/*") {
                depth += 1
                blank(2)
            } else if starts("*/") {
                depth -= 1
                blank(2)
            } else {
                blank(1)
            }
        } while depth > 0 && index < source.count
    }

    private mutating func blankBackticks() {
        keep(1)
        while index < source.count, !starts("`"), !starts("\n") { blank(1) }
        if starts("`") { keep(1) }
    }

    private func hashMarks(_ count: Int) -> [UInt8] { [UInt8](repeating: UInt8(ascii: "#"), count: count) }

    private func starts(_ text: StaticString) -> Bool {
        guard index + text.utf8CodeUnitCount <= source.count else { return false }
        for offset in 0..<text.utf8CodeUnitCount where source[index + offset] != text.utf8Start[offset] {
            return false
        }
        return true
    }

    private func starts(_ bytes: [UInt8]) -> Bool {
        index + bytes.count <= source.count && source[index..<index + bytes.count].elementsEqual(bytes)
    }

    private mutating func keep(_ count: Int) {
        masked += source[index..<index + count]
        index += count
    }

    private mutating func blank(_ count: Int) {
        for _ in 0..<min(count, source.count - index) {
            masked.append(starts("\n") ? UInt8(ascii: "\n") : UInt8(ascii: " "))
            index += 1
        }
    }
}
