/// A stretch of a file's bytes and what takes its place.
package struct TextEdit: Hashable, Comparable, Sendable {
    /// Offsets into the bytes as they are before any edit; empty for an insertion.
    package var range: Range<Int>
    /// What stands there afterwards; empty for a deletion.
    package var replacement: [UInt8]

    /// Replaces `range` of the bytes.
    package init(_ range: Range<Int>, _ replacement: [UInt8]) {
        self.range = range
        self.replacement = replacement
    }

    /// By place.
    package static func < (a: TextEdit, b: TextEdit) -> Bool {
        (a.range.lowerBound, a.range.upperBound) < (b.range.lowerBound, b.range.upperBound)
    }
}

extension [UInt8] {
    /// The bytes after `edits`, given in any order; cost is linear in both.
    ///
    /// Edits must lie inside the bytes and not overlap; two insertions at one place keep their order.
    package func applying(_ edits: [TextEdit]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(count + edits.reduce(0) { $0 + $1.replacement.count })
        var done = 0
        let ordered = edits.enumerated().sorted { ($0.element, $0.offset) < ($1.element, $1.offset) }
        for (_, edit) in ordered {
            precondition(edit.range.lowerBound >= done && edit.range.upperBound <= count, "edits overlap")
            result += self[done..<edit.range.lowerBound]
            result += edit.replacement
            done = edit.range.upperBound
        }
        return result + self[done...]
    }
}
