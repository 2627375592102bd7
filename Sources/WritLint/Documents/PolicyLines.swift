package import WritDiagnostics
internal import WritModel

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
                number += lineEndCount(bytes[start..<end])
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
                let start = rest.lowerBound
                let line = source.bytes.withUnsafeBufferPointer { bytes in
                    let end = lineEnd(bytes, from: start)
                    rest = end..<rest.upperBound
                    let line = bytes[start..<(bytes[end - 1] == 0x0A ? end - 1 : end)]
                    return Array(UnsafeBufferPointer(rebasing: line))
                }
                number += 1
                if line.isEmpty { continue }
                return PolicySubject(
                    source: SourceText(path: "\(source.path):\(number - 1)", bytes: line), isLine: true)
            }
            return nil
        }
    }
}

/// Behind the end of the line that has a place in it, or that starts there.
private func lineEnd(_ bytes: UnsafeBufferPointer<UInt8>, from place: Int) -> Int {
    var place = place
    let raw = UnsafeRawBufferPointer(bytes)
    while place + 8 <= raw.count,
        raw.loadUnaligned(fromByteOffset: place, as: UInt64.self).bytes(equalTo: 0x0A) == 0
    {
        place += 8
    }
    while place < bytes.count {
        place += 1
        if bytes[place - 1] == 0x0A { return place }
    }
    return place
}

/// How many line ends stand there.
private func lineEndCount(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    let raw = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes))
    var (place, count) = (0, 0)
    while place + 8 <= raw.count {
        let word = raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        count += word.bytes(equalTo: 0x0A).nonzeroBitCount
        place += 8
    }
    while place < raw.count {
        if raw[place] == 0x0A { count += 1 }
        place += 1
    }
    return count
}
