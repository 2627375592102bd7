/// Every `@unchecked` and `nonisolated(unsafe)` says in a `SAFETY:` comment why it is sound.
func checkSafety(_ file: SourceFile) -> [Violation] {
    guard file.isSource else { return [] }
    return file.words.compactMap { word in
        let isUnchecked = word.text == "unchecked" && word.before == "@"
        let isUnsafe = word.text == "nonisolated" && word.isFollowed(by: "(unsafe)")
        guard isUnchecked || isUnsafe, !isExplained(line: word.line, in: file) else { return nil }
        return Violation(
            file.path, word.line,
            "\(isUnchecked ? "`@unchecked`" : "`nonisolated(unsafe)`") without `// SAFETY:`",
            mend: "say above it what makes it sound")
    }
}

/// Whether the line or the comments and attributes right above it hold `SAFETY:` in a comment.
private func isExplained(line: Int, in file: SourceFile) -> Bool {
    var index = line - 1
    repeat {
        if file.commentOf(line: index + 1).contains("SAFETY:") { return true }
        index -= 1
    } while index >= 0 && file.isCommentOrAttribute(line: index + 1)
    return false
}

extension SourceFile {
    /// What stands on the line where the code is blank: its comment, mostly.
    fileprivate func commentOf(line: Int) -> String {
        let code = code[line - 1]
        return String(
            decoding: lines[line - 1].utf8.enumerated().filter { code[$0.offset] == 0x20 }.map(\.element),
            as: UTF8.self)
    }

    /// Whether the line is nothing but a comment or attributes, as they stand above a declaration.
    fileprivate func isCommentOrAttribute(line: Int) -> Bool {
        let text = lines[line - 1].drop { $0 == " " }
        return text.hasPrefix("//") || text.hasPrefix("@")
    }
}
