private let allowedAtTop: Set<String> = [
    "Package.swift", "Sources", "Tests", "examples", "schemas", "README.md",
]

/// Names at the top of the repository: guides live in the targets' DocC folders, tools in `writ-dev`.
func checkTopLevel(_ names: [String]) -> [Violation] {
    names.filter { !allowedAtTop.contains($0) }.map { name in
        Violation(
            name, 1, "`\(name)` does not belong at the top of the repository",
            mend: "move it below Sources, Tests, examples or schemas, or name it in .gitignore")
    }
}
