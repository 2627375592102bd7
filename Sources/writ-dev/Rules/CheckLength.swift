/// The length above which a file is split, whatever it is.
let longestFile = 400

/// Files of more than 400 lines. Those of more than 250 are counted by a ratchet.
func checkLength(_ file: SourceFile) -> [Violation] {
    guard file.lines.count > longestFile else { return [] }
    return [
        Violation(
            file.path, longestFile + 1,
            "the file has \(file.lines.count) lines, at most \(longestFile) are allowed",
            mend: "split it by type or verb")
    ]
}
