/// A pattern over texts: `*` is any run of characters, `?` exactly one.
///
/// Kept as UTF-8, with two bytes that UTF-8 never has for the wildcards, so that a literal `*` stays a character.
package struct Glob: Hashable, Sendable {
    /// Stands for `*`.
    package static let run: UInt8 = 0xFF
    /// Stands for `?`.
    package static let one: UInt8 = 0xFE
    /// The pattern that every text matches.
    package static let everything = Glob(bytes: [run])

    /// UTF-8 with ``run`` and ``one``; no two runs stand side by side.
    package let bytes: [UInt8]
    /// Whether it holds no wildcard, so that one text matches it.
    package let isLiteral: Bool

    /// The pattern of these bytes; runs beside runs are one run.
    package init(bytes: [UInt8]) {
        var isLiteral = true
        var hasDoubleRun = false
        var last: UInt8 = 0
        for byte in bytes {
            if byte >= Glob.one { isLiteral = false }
            if byte == Glob.run, last == Glob.run { hasDoubleRun = true }
            last = byte
        }
        self.isLiteral = isLiteral
        self.bytes = hasDoubleRun ? Glob.withoutDoubleRuns(bytes) : bytes
    }

    /// The pattern that only `text` matches.
    package init(literal text: String) {
        self.init(bytes: Array(text.utf8))
    }

    /// Reads `*` and, where asked, `?` as wildcards.
    package init(_ text: String, questionMark: Bool = true) {
        self.init(reading: text, run: true, one: questionMark, caseFolded: false)
    }

    private init(bytes: [UInt8], isLiteral: Bool) {
        self.bytes = bytes
        self.isLiteral = isLiteral
    }

    /// Reads a text at once: the wildcards that are asked for, and ASCII letters in lower case where that is.
    ///
    /// The same as the bytes put into ``init(bytes:)`` one by one; documents are full of patterns, and so each takes one array.
    init(reading text: String, run: Bool, one: Bool, caseFolded: Bool) {
        var text = text
        self = text.withUTF8 { Glob(reading: $0[...], run: run, one: one, caseFolded: caseFolded) }
    }

    /// The same of a stretch of a text.
    init(reading text: Slice<UnsafeBufferPointer<UInt8>>, run: Bool, one: Bool, caseFolded: Bool) {
        var (isLiteral, hasDoubleRun) = (true, false)
        // Copied as a whole and changed in place: an array that is made empty for so many bytes takes far longer.
        var bytes = Array(UnsafeBufferPointer(rebasing: text))
        bytes.withUnsafeMutableBufferPointer { bytes in
            for index in bytes.indices {
                let byte = bytes[index]
                if byte == UInt8(ascii: "*"), run {
                    isLiteral = false
                    if index > 0, bytes[index - 1] == Glob.run { hasDoubleRun = true }
                    bytes[index] = Glob.run
                } else if byte == UInt8(ascii: "?"), one {
                    isLiteral = false
                    bytes[index] = Glob.one
                } else if caseFolded, byte >= 0x41, byte <= 0x5A {
                    bytes[index] = byte | 0x20
                }
            }
        }
        self.init(bytes: hasDoubleRun ? Glob.withoutDoubleRuns(bytes) : bytes, isLiteral: isLiteral)
    }

    /// The pattern of a segment of a resource name, with wildcards. Those of which documents have thousands share their bytes.
    init(segment text: Slice<UnsafeBufferPointer<UInt8>>, one: Bool, caseFolded: Bool) {
        switch text.count {
        case 0: self.init(bytes: [], isLiteral: true)
        case 1 where text.first == UInt8(ascii: "*"): self = .everything
        case 3 where text.elementsEqual(Glob.arn.bytes): self = Glob.arn
        case 3 where text.elementsEqual(Glob.aws.bytes): self = Glob.aws
        default: self.init(reading: text, run: true, one: one, caseFolded: caseFolded)
        }
    }

    private static let arn = Glob(literal: "arn")
    private static let aws = Glob(literal: "aws")

    private static func withoutDoubleRuns(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        for byte in bytes where byte != run || result.last != run { result.append(byte) }
        return result
    }

    package static func == (a: Self, b: Self) -> Bool { a.bytes == b.bytes }
    package func hash(into hasher: inout Hasher) {
        // At once: an array's own hash goes byte by byte.
        bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    }

    /// Whether every text matches.
    package var isEverything: Bool { bytes.count == 1 && bytes[0] == Glob.run }

    /// How many `?` it has.
    package var oneCount: Int { isLiteral ? 0 : bytes.count { $0 == Glob.one } }

    /// Whether the text, as UTF-8, matches. Linear for one run, at worst the product of both lengths.
    package func matches(_ text: [UInt8]) -> Bool {
        if isLiteral { return bytes == text }
        return text.withUnsafeBufferPointer { text in
            bytes.withUnsafeBufferPointer { matchGlob($0, text) }
        }
    }

    /// Whether the part of a text matches.
    package func matches(_ text: ArraySlice<UInt8>) -> Bool {
        if isLiteral { return bytes.count == text.count && text.elementsEqual(bytes) }
        return text.withUnsafeBufferPointer { text in
            bytes.withUnsafeBufferPointer { matchGlob($0, text) }
        }
    }

    /// ASCII letters in lower case.
    package var caseFolded: Glob { Glob(bytes: foldedCase(bytes), isLiteral: isLiteral) }
}

extension Glob: CustomStringConvertible {
    /// As people write it; a literal wildcard cannot be told from a wildcard here.
    package var description: String {
        String(
            decoding: bytes.map {
                $0 == Glob.run ? UInt8(ascii: "*") : $0 == Glob.one ? UInt8(ascii: "?") : $0
            },
            as: UTF8.self)
    }
}

extension String {
    /// Whether a byte is among those of its UTF-8.
    func holds(_ byte: UInt8) -> Bool {
        var text = self
        return text.withUTF8 { bytes in bytes.contains(byte) }
    }
}

/// UTF-8 with ASCII letters in lower case.
package func foldedCase(_ bytes: [UInt8]) -> [UInt8] {
    bytes.contains { (0x41...0x5A).contains($0) }
        ? bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 } : bytes
}

/// Matches with the last run as the only place to go back to, which suffices for globs.
private func matchGlob(_ pattern: UnsafeBufferPointer<UInt8>, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var p = 0
    var t = 0
    var runAt = -1
    var runText = 0
    while t < text.count {
        if p < pattern.count {
            let byte = pattern[p]
            if byte == Glob.run {
                runAt = p
                runText = t
                p += 1
                continue
            }
            if byte == Glob.one {
                p += 1
                t = afterScalar(text, t)
                continue
            }
            if byte == text[t] {
                p += 1
                t += 1
                continue
            }
        }
        guard runAt >= 0 else { return false }
        runText = afterScalar(text, runText)
        t = runText
        p = runAt + 1
    }
    while p < pattern.count, pattern[p] == Glob.run { p += 1 }
    return p == pattern.count
}

/// The index after the scalar that starts at `index`.
private func afterScalar(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    var next = index + 1
    while next < text.count, text[next] & 0xC0 == 0x80 { next += 1 }
    return next
}
