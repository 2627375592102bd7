/// A name or keyword in code, with what stands around it on its line.
struct Word: Sendable {
    let text: String

    /// From 1.
    let line: Int

    /// What stands directly before it; a space at the start of a line.
    let before: Unicode.Scalar

    /// The word before it on its line, or nothing.
    let previous: String

    private let rest: ArraySlice<UInt8>

    /// The words of a line of code that has only names and signs.
    static func all(in line: [UInt8], number: Int) -> [Word] {
        var words: [Word] = []
        var index = 0
        while index < line.count {
            guard isWordByte(line[index]) else {
                index += 1
                continue
            }
            let start = index
            while index < line.count, isWordByte(line[index]) { index += 1 }
            words.append(
                Word(
                    text: String(decoding: line[start..<index], as: UTF8.self), line: number,
                    before: start > 0 ? Unicode.Scalar(line[start - 1]) : " ",
                    previous: words.last?.text ?? "", rest: line[index...]))
        }
        return words
    }

    /// Whether `text` follows directly.
    func isFollowed(by text: String) -> Bool { rest.starts(with: text.utf8) }

    /// Whether a space and then another name follow.
    var isFollowedByName: Bool {
        rest.first == UInt8(ascii: " ") && rest.dropFirst().first.map(isWordByte) == true
    }
}

/// Whether a byte can be part of a name: a letter, a digit, `_`, or part of a sign outside ASCII.
func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...: true
    default: false
    }
}
