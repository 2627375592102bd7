import Testing

@testable import writ_dev

struct SafetyTests {
    @Test(arguments: [
        LayoutCase(
            "no comment", "Sources/WritGit/New.swift", "private final class A: @unchecked Sendable {}\n",
            findings: ["1: `@unchecked` without `// SAFETY:`"]),
        LayoutCase(
            "another comment", "Sources/WritGit/New.swift",
            "/// Safe.\nnonisolated(unsafe) private var a = 1\n",
            findings: ["2: `nonisolated(unsafe)` without `// SAFETY:`"]),
        LayoutCase(
            "a comment further up", "Sources/WritGit/New.swift",
            "// SAFETY: locked.\nlet b = 1\nprivate final class A: @unchecked Sendable {}\n",
            findings: ["3: `@unchecked` without `// SAFETY:`"]),
    ])
    func `an unchecked claim without a reason is reported`(_ row: LayoutCase) throws {
        #expect(try row.found() == row.findings)
    }

    @Test(arguments: [
        LayoutCase(
            "above", "Sources/WritGit/New.swift",
            "// SAFETY: locked.\nprivate final class A: @unchecked Sendable {}\n"),
        LayoutCase(
            "in its documentation, above an attribute", "Sources/WritGit/New.swift",
            "/// A.\n///\n/// SAFETY: locked.\n@available(*, unavailable)\nprivate final class A: @unchecked Sendable {}\n"
        ),
        LayoutCase(
            "on its line", "Sources/WritGit/New.swift",
            "nonisolated(unsafe) private var a = 1  // SAFETY: locked.\n"),
        LayoutCase("in a text", "Sources/WritGit/New.swift", "let a = \"@unchecked Sendable\"\n"),
    ])
    func `an unchecked claim with a reason is allowed`(_ row: LayoutCase) throws {
        #expect(try row.found() == [])
    }
}
