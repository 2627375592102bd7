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
    let above = file.lines[..<(line - 1)].reversed().prefix { text in
        let start = text.drop { $0 == " " }
        return start.hasPrefix("//") || start.hasPrefix("@")
    }
    return (Array(above) + [file.lines[line - 1]]).contains { text in
        let comment = text.split(separator: "//", maxSplits: 1, omittingEmptySubsequences: false).dropFirst()
        return comment.first?.contains("SAFETY:") == true
    }
}
