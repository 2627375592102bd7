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
        words.filter { $0.text == "import" }.flatMap { word in
            code[word.line - 1].split(separator: UInt8(ascii: ";")).compactMap { statement in
                importedModule(Word.all(in: Array(statement), number: word.line))
                    .map { Import(module: $0, line: word.line) }
            }
        }
    }
}

/// The module that a statement imports, if that is what it does.
private func importedModule(_ statement: [Word]) -> String? {
    let words = statement.map(\.text).drop { wordsBeforeImport.contains($0) }
    guard words.first == "import" else { return nil }
    return words.dropFirst().first { !wordsAfterImport.contains($0) }
}
