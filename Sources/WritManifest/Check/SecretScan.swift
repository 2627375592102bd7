internal import WritDiagnostics

/// Secrets in the raw text of a file, wherever YAML or JSON would put them. Cost is linear.
///
/// - Parameters:
///   - found: what was reported already; places that it marks as secret are left out.
///   - certified: places of certificates and public keys, which were looked at already.
///   - isCut: the text could not be read in full, so that fields named for secrets count as well.
func straySecrets(
    in bytes: [UInt8], file: String, besides found: [Diagnostic], certified: [SourceSpan] = [], isCut: Bool
) -> [Diagnostic] {
    let known = found.filter(\.isSecret).compactMap(\.span) + certified
    var scan = SecretScan(bytes: bytes, file: file)
    scan.run(isCut: isCut)
    return scan.found.filter { stray in
        !known.contains { $0.start < stray.end && stray.start < $0.end }
    }.map { place in
        var diagnostic = Diagnostic(
            "secret.plaintext", "this looks like a secret", at: place,
            help: "delete it and replace the secret: it stays in the repository's history")
        diagnostic.isSecret = true
        return diagnostic
    }
}

/// Walks once over the bytes of a file, line by line and word by word.
private struct SecretScan {
    let bytes: [UInt8]
    let file: String
    private(set) var found: [SourceSpan] = []
    private var line = 1
    private var lineStart = 0
    /// The start of a private key whose end was not met yet.
    private var keyStart: SourcePosition?

    init(bytes: [UInt8], file: String) {
        self.bytes = bytes
        self.file = file
    }

    mutating func run(isCut: Bool) {
        var wordStart = 0
        while let (start, end) = nextStop(from: wordStart) {
            if end - start >= 8 { checkWord(start..<end) }
            wordStart = end + 1
            if bytes[end] == 0x0A { endLine(at: end, isCut: isCut) }
        }
        wordStart = lastBreak(from: wordStart)
        if bytes.count - wordStart >= 8 { checkWord(wordStart..<bytes.count) }
        endLine(at: bytes.count, isCut: isCut)
        if let start = keyStart {
            found.append(SourceSpan(file: file, start: start, end: SourcePosition(line: line, column: 1)))
        }
    }

    /// The next end of a line, or of a word of eight bytes or more, and where the last word before it starts.
    private func nextStop(from start: Int) -> (wordStart: Int, end: Int)? {
        bytes.withUnsafeBufferPointer { bytes in
            ByteClass.table.withUnsafeBufferPointer { table in
                var wordStart = start
                var index = start
                while index < bytes.count {
                    if !table[Int(bytes[index])].contains(.token) {
                        if bytes[index] == 0x0A || index - wordStart >= 8 { return (wordStart, index) }
                        wordStart = index + 1
                    }
                    index += 1
                }
                return nil
            }
        }
    }

    /// Where the word at the end of the file starts, of which `start` is before or in it.
    private func lastBreak(from start: Int) -> Int {
        (bytes[start...].lastIndex { !isTokenByte($0) }).map { $0 + 1 } ?? start
    }

    private mutating func checkWord(_ range: Range<Int>) {
        let word = bytes[range]
        if let start = keyStart {
            guard word.starts(with: "-----END".utf8) else { return }
            found.append(SourceSpan(file: file, start: start, end: position(range.upperBound)))
            keyStart = nil
        } else if word.starts(with: "-----BEGIN".utf8) {
            let rest = bytes[range.upperBound...].prefix { $0 != 0x0A }
            if index(of: "PRIVATE KEY", in: rest) != nil { keyStart = position(range.lowerBound) }
        } else if range.count >= 20, secretSort(ofWord: word) != nil {
            add(range)
        }
    }

    private mutating func endLine(at end: Int, isCut: Bool) {
        if isCut, keyStart == nil, let value = secretValue(lineStart..<end) { add(value) }
        line += 1
        lineStart = end + 1
    }

    private mutating func add(_ range: Range<Int>) {
        found.append(
            SourceSpan(file: file, start: position(range.lowerBound), end: position(range.upperBound)))
    }

    /// The place of a byte of the current line.
    private func position(_ index: Int) -> SourcePosition {
        let column = bytes[lineStart..<index].count { $0 & 0xC0 != 0x80 }
        return SourcePosition(line: line, column: column + 1)
    }

    /// The value on a line such as `password: hunter2`.
    private func secretValue(_ range: Range<Int>) -> Range<Int>? {
        guard let colon = bytes[range].firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let key = bytes[range.lowerBound..<colon].split { !isTokenByte($0) }.last ?? []
        guard isSecretKey(String(decoding: key, as: UTF8.self)) else { return nil }
        let value = bytes[(colon + 1)..<range.upperBound].drop { $0 == 0x20 }
        return value.isEmpty ? nil : value.indices
    }
}
