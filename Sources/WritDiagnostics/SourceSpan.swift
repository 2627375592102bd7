/// A place in a text: line and column count from 1, columns in Unicode scalars.
package struct SourcePosition: Hashable, Comparable, Sendable {
    /// From 1.
    package var line: Int
    /// From 1, in Unicode scalars.
    package var column: Int

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    package static func < (a: SourcePosition, b: SourcePosition) -> Bool {
        (a.line, a.column) < (b.line, b.column)
    }
}

/// A stretch of one file: from `start` up to, not including, `end`.
package struct SourceSpan: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The file's path in the commit, with `/` between its parts.
    package var file: String
    /// The first character.
    package var start: SourcePosition
    /// The character after the last one.
    package var end: SourcePosition

    package init(file: String, start: SourcePosition, end: SourcePosition) {
        self.file = file
        self.start = start
        self.end = end
    }

    /// An empty span at the first character of `file`, for what concerns the whole file.
    package init(startOf file: String) {
        let first = SourcePosition(line: 1, column: 1)
        self.init(file: file, start: first, end: first)
    }

    /// Whether the span stands for the whole file.
    package var isWholeFile: Bool { self == SourceSpan(startOf: file) }

    /// `file:line:column` of the start.
    package var description: String { "\(file):\(start.line):\(start.column)" }

    package static func < (a: SourceSpan, b: SourceSpan) -> Bool {
        (a.file, a.start, a.end) < (b.file, b.start, b.end)
    }
}
