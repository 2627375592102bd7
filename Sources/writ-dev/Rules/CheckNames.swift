private let emptyNames = [
    "Util", "Utils", "Utility", "Utilities", "Helper", "Helpers", "Manager", "Managers", "Common", "Misc",
]

/// File names that say nothing about what is inside.
func checkName(_ file: SourceFile) -> [Violation] {
    guard let empty = emptyNames.first(where: { file.stem.hasSuffix($0) }) else { return [] }
    return [
        Violation(
            file.path, 1, "a file named `…\(empty)` says nothing about what is in it",
            mend: "name it after its main type or verb")
    ]
}
