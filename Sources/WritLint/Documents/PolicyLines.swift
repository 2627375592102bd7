package import WritDiagnostics

/// Some of the lines of a file each line of which is a document. Empty lines are left out.
package struct PolicyLines: Sequence, Sendable {
    private let source: SourceText
    /// Where its lines stand, from the first byte of one.
    private let range: Range<Int>
    /// The number of the first of them, counted from 1.
    private let firstNumber: Int

    /// The lines of a file in shares of about that many bytes, each of whole lines.
    package static func shares(of source: SourceText, size: Int) -> [PolicyLines] {
        var shares: [PolicyLines] = []
        source.bytes.withUnsafeBufferPointer { bytes in
            var start = 0
            var number = 1
            while start < bytes.count {
                let end = lineEnd(bytes, from: Swift.min(start + size, bytes.count))
                shares.append(PolicyLines(source: source, range: start..<end, firstNumber: number))
                number += bytes[start..<end].count { $0 == 0x0A }
                start = end
            }
        }
        return shares
    }

    /// Its lines one after the other.
    package func makeIterator() -> Iterator {
        Iterator(source: source, rest: range, number: firstNumber)
    }

    /// Cuts one line after the other.
    package struct Iterator: IteratorProtocol {
        fileprivate let source: SourceText
        fileprivate var rest: Range<Int>
        fileprivate var number: Int

        /// The next line that is not empty.
        package mutating func next() -> PolicySubject? {
            while !rest.isEmpty {
                let end = source.bytes.withUnsafeBufferPointer { lineEnd($0, from: rest.lowerBound) }
                var line = source.bytes[rest.lowerBound..<end]
                if line.last == 0x0A { line.removeLast() }
                let path = "\(source.path):\(number)"
                rest = end..<rest.upperBound
                number += 1
                if line.isEmpty { continue }
                return PolicySubject(source: SourceText(path: path, bytes: Array(line)), isLine: true)
            }
            return nil
        }
    }
}

/// Behind the end of the line that has a place in it, or that starts there.
private func lineEnd(_ bytes: UnsafeBufferPointer<UInt8>, from place: Int) -> Int {
    var place = place
    while place < bytes.count {
        place += 1
        if bytes[place - 1] == 0x0A { return place }
    }
    return place
}
