/// The head of an answer as it comes in: status and headers, within a limit.
struct ReceivedHead {
    /// What stops an answer.
    enum Problem: Hashable { case tooLarge, malformed }

    /// 0 until a line said it.
    private(set) var status = 0
    private(set) var headers = HTTPHeaders()
    private(set) var problem: Problem?
    /// Whether the empty line came that ends it.
    private(set) var isComplete = false
    private var count = 0
    private let limit: Int

    init(limit: Int) {
        self.limit = limit
    }

    /// Takes the next line, with its end; the bytes count even where the line tells nothing.
    ///
    /// A new status line starts a new answer if the one before was an interim one. What comes after the body is left
    /// out: it is not known to come from who wrote the head.
    mutating func take(_ line: UnsafeRawBufferPointer) {
        guard problem == nil else { return }
        count += line.count
        guard count <= limit else {
            problem = .tooLarge
            return
        }
        if isComplete, status >= 200 { return }
        var line = line[...]
        while let last = line.last, last == 0x0A || last == 0x0D { line.removeLast() }
        if line.starts(with: "HTTP/".utf8) {
            readStatus(line)
        } else if line.isEmpty {
            isComplete = true
        } else {
            readHeader(line)
        }
    }

    private mutating func readStatus(_ line: Slice<UnsafeRawBufferPointer>) {
        let parts = line.split(separator: 0x20, maxSplits: 2)
        guard parts.count >= 2, parts[1].count == 3,
            let number = Int(String(decoding: parts[1], as: UTF8.self)), (100...599).contains(number)
        else {
            problem = .malformed
            return
        }
        status = number
        headers = HTTPHeaders()
        isComplete = false
    }

    private mutating func readHeader(_ line: Slice<UnsafeRawBufferPointer>) {
        guard status != 0, let colon = line.firstIndex(of: UInt8(ascii: ":")) else {
            problem = .malformed
            return
        }
        // A line that starts with a space goes on with the one before, which no server may write any more; a name
        // with a space before the colon is read differently by different programs. Neither is a token.
        let name = String(decoding: line[..<colon], as: UTF8.self)
        let blanks: [UInt8] = [0x20, 0x09]
        var value = line[line.index(after: colon)...].drop { blanks.contains($0) }
        while let last = value.last, blanks.contains(last) { value.removeLast() }
        guard isToken(name), value.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) else {
            problem = .malformed
            return
        }
        headers.add(name, String(decoding: value, as: UTF8.self))
    }
}
