/// A file cut at its `---` lines: each part is edited by itself.
///
/// Put together again without an edit the parts give the same bytes. A line that starts with `---` is a
/// marker wherever it stands: no scalar can hold one (YAML 1.2.2 §9.2).
struct ManifestSegments: Sendable {
    /// In order; each but the first starts with its marker's line.
    private(set) var parts: [[UInt8]] = []
    /// For each document of the file, which part holds it.
    private(set) var partOfDocument: [Int] = []
    private let newline: [UInt8]

    /// - Parameter documents: the number of documents, as they were read.
    init?(_ bytes: [UInt8], documents: Int) {
        let index = SourceIndex(bytes)
        newline = index.newline
        var starts = [0]
        var offset = 0
        while offset < bytes.count {
            if offset > 0, ManifestSegments.isMarker(bytes, at: offset) { starts.append(offset) }
            offset = index.nextLine(after: offset)
        }
        for (position, start) in starts.enumerated() {
            let end = position + 1 < starts.count ? starts[position + 1] : bytes.count
            parts.append(Array(bytes[start..<end]))
        }
        partOfDocument = parts.indices.filter { ManifestSegments.holdsContent(parts[$0]) }
        guard partOfDocument.count == documents else { return nil }
    }

    /// Puts other bytes in the place of a document's.
    mutating func replace(document: Int, by bytes: [UInt8]) { parts[partOfDocument[document]] = bytes }

    /// The bytes of a document's part, its marker among them.
    func bytes(ofDocument document: Int) -> [UInt8] { parts[partOfDocument[document]] }

    /// The whole file without `documents`; `nil` where no document is left.
    ///
    /// A comment at the file's top stays where a blank line parts it from the document below.
    func joined(without documents: Set<Int>) -> [UInt8]? {
        guard partOfDocument.indices.contains(where: { !documents.contains($0) }) else { return nil }
        let removed = Set(documents.map { partOfDocument[$0] })
        var result: [UInt8] = []
        var isFirst = true
        for (position, part) in parts.enumerated() {
            if removed.contains(position) {
                if position == 0 { result += heading(of: part) }
                continue
            }
            // The first document needs no marker where the file had none.
            let isBareMarker = !removed.isEmpty && isFirst && position > 0 && removed.contains(0)
            result += isBareMarker ? withoutMarker(part) : part
            isFirst = false
        }
        return result
    }

    /// The file with a document more at its end.
    static func appending(_ manifest: String, to bytes: [UInt8]) -> [UInt8] {
        let index = SourceIndex(bytes)
        let needsBreak = bytes.last.map { $0 != 0x0A } ?? false
        let end = bytes.count
        return bytes.applying([index.edit(end..<end, (needsBreak ? "\n" : "") + "---\n" + manifest)])
    }

    private static func isMarker(_ bytes: [UInt8], at offset: Int) -> Bool {
        bytes[offset...].starts(with: "---".utf8)
            && (offset + 3 == bytes.count || isSpace(bytes[offset + 3]))
    }

    /// Whether a part holds more than a marker, comments, and the `...` of an end.
    private static func holdsContent(_ part: [UInt8]) -> Bool {
        let index = SourceIndex(part)
        var offset = 0
        while offset < part.count {
            var line = part[offset..<index.lineEnd(at: offset)]
            if offset == 0, isMarker(part, at: 0) { line = line.dropFirst(3) }
            let text = line.drop { isSpace($0) || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
            if let first = text.first, first != UInt8(ascii: "#"), !text.starts(with: "...".utf8) {
                return true
            }
            offset = index.nextLine(after: offset)
        }
        return false
    }

    private func withoutMarker(_ part: [UInt8]) -> [UInt8] {
        let index = SourceIndex(part)
        let rest = part[3..<index.lineEnd(at: 0)]
        return rest.allSatisfy(isSpace) ? Array(part[index.nextLine(after: 0)...]) : part
    }

    /// The comment lines at a part's start, up to and with the first blank line behind them.
    private func heading(of part: [UInt8]) -> [UInt8] {
        let index = SourceIndex(part)
        var offset = 0
        while offset < part.count {
            let line = part[offset..<index.lineEnd(at: offset)]
            let next = index.nextLine(after: offset)
            if line.allSatisfy(isSpace) { return offset == 0 ? [] : Array(part[..<next]) }
            guard line.first == UInt8(ascii: "#") else { return [] }
            offset = next
        }
        return []
    }
}
