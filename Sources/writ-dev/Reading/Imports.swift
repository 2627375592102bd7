/// A module that a file imports, and where.
struct Import: Hashable, Sendable {
    /// The module without the declaration or submodule after it.
    let module: String

    /// From 1.
    let line: Int
}

private let wordsBeforeImport: Set<String> = [
    "package", "public", "internal", "fileprivate", "private", "testable", "preconcurrency", "_exported",
    "_implementationOnly",
]
private let wordsAfterImport: Set<String> = [
    "struct", "class", "enum", "protocol", "func", "var", "let", "typealias",
]

extension SourceFile {
    /// Every import, also those under `#if`.
    var imports: [Import] {
        var found: [Import] = []
        var isStatement = false
        var line = 0
        var isAfterImport = false
        for word in words {
            if word.line != line || word.before == ";" {
                line = word.line
                isStatement = true
                isAfterImport = false
            }
            if isAfterImport, !wordsAfterImport.contains(word.text) {
                found.append(Import(module: word.text, line: line))
                isStatement = false
                isAfterImport = false
            } else if isStatement, word.text == "import" {
                isAfterImport = true
            } else if !isAfterImport, !wordsBeforeImport.contains(word.text) {
                isStatement = false
            }
        }
        return found
    }
}
