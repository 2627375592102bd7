/// A piece of `Package.swift`: only as much Swift as a list of targets needs.
struct PackageToken: Hashable, Sendable {
    /// What kind of piece it is.
    enum Sort: Sendable { case text, word, sign }

    let sort: Sort

    /// A literal's text, a word, or one sign.
    let text: String

    /// From 1.
    let line: Int

    /// Splits the text; comments are left out.
    static func all(in text: [UInt8]) -> [PackageToken] {
        let code = CodeMask.apply(to: text)
        var tokens: [PackageToken] = []
        var line = 1
        var index = 0
        while index < code.count {
            let start = index
            index += 1
            switch code[start] {
            case UInt8(ascii: "\n"):
                line += 1
            case UInt8(ascii: "\""):
                while index < code.count, code[index] != UInt8(ascii: "\""), code[index] != UInt8(ascii: "\n")
                {
                    index += 1
                }
                let literal = String(decoding: text[(start + 1)..<index], as: UTF8.self)
                tokens.append(PackageToken(sort: .text, text: literal, line: line))
                index = min(index + 1, code.count)
            case let byte where isWordByte(byte):
                while index < code.count, isWordByte(code[index]) { index += 1 }
                let word = String(decoding: code[start..<index], as: UTF8.self)
                tokens.append(PackageToken(sort: .word, text: word, line: line))
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
                break
            default:
                tokens.append(
                    PackageToken(sort: .sign, text: String(Unicode.Scalar(code[start])), line: line))
            }
        }
        return tokens
    }
}
