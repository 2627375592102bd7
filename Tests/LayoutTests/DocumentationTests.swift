import Testing

@testable import writ_dev

struct DocumentationTests {
    @Test(arguments: [
        LayoutCase(
            "a type of the target", "Sources/WritModel/New.swift", "struct A {}\n",
            findings: ["1: `struct A` has no `///` line"]),
        LayoutCase(
            "a function at the top", "Sources/WritModel/New.swift", "\nfunc a() {}\n",
            findings: ["2: `func a` has no `///` line"]),
        LayoutCase(
            "a package function in a type", "Sources/WritModel/New.swift",
            "/// A.\nenum A {\n    package static func b() {}\n}\n",
            findings: ["3: `func b` has no `///` line"]),
        LayoutCase(
            "a package type in a type", "Sources/WritModel/New.swift",
            "/// A.\nenum A {\n    package struct B {}\n}\n", findings: ["3: `struct B` has no `///` line"]),
        LayoutCase(
            "a requirement", "Sources/WritModel/New.swift", "/// A.\nprotocol A {\n    func b()\n}\n",
            findings: ["3: `func b` has no `///` line"]),
        LayoutCase(
            "a comment that is no documentation", "Sources/WritModel/New.swift", "// A.\nstruct A {}\n",
            findings: ["2: `struct A` has no `///` line"]),
        LayoutCase(
            "a class function", "Sources/WritModel/New.swift",
            "/// A.\nfinal class A {\n    package class func b() {}\n}\n",
            findings: ["3: `func b` has no `///` line"]),
    ])
    func `a declaration without documentation is reported`(_ row: LayoutCase) throws {
        #expect(try row.found() == row.findings)
    }

    @Test(arguments: [
        LayoutCase(
            "documented above attributes", "Sources/WritModel/New.swift", "/// A.\n@frozen\nenum A {}\n"),
        LayoutCase(
            "private", "Sources/WritModel/New.swift", "private struct A {}\nfileprivate func b() {}\n"),
        LayoutCase(
            "inside a function", "Sources/WritModel/New.swift",
            "/// A.\nfunc a() {\n    func b() {}\n    struct C {}\n}\n"),
        LayoutCase(
            "an operator", "Sources/WritModel/New.swift",
            "/// A.\nstruct A {\n    package static func < (a: A, b: A) -> Bool { true }\n}\n"),
        LayoutCase(
            "a witness", "Sources/WritModel/New.swift",
            "/// A.\nprotocol A {\n    /// B.\n    func b()\n}\n\nextension Int: A {\n    package func b() {}\n}\n"
        ),
        LayoutCase("an import", "Sources/WritModel/New.swift", "package import WritDiagnostics\n"),
        LayoutCase("a test", "Tests/WritModelTests/New.swift", "struct A {}\n"),
        LayoutCase(
            "in a text", "Sources/WritModel/New.swift", "let a = \"\"\"\n    struct A {}\n    \"\"\"\n"),
    ])
    func `a declaration that needs none is allowed`(_ row: LayoutCase) throws {
        #expect(try row.found() == [])
    }

    @Test func `members are counted, documented ones and witnesses are not`() throws {
        let text = """
            /// A.
            struct A {
                package var counted: Int
                /// Documented.
                package var documented: Int
                package var description: String { "" }
                package init() {}
                var inner: Int
            }
            """
        let file = SourceFile(path: "Sources/WritModel/New.swift", bytes: Array(text.utf8))
        #expect(Counted.undocumentedMember.places(in: [file]).map(\.line) == [3, 7])
    }
}
