import Testing

@testable import writ_dev

struct ArrowTests {
    @Test(arguments: [
        LayoutCase(
            "upwards", "Sources/WritModel/New.swift", "internal import WritPlan\n",
            findings: ["1: `WritModel` imports `WritPlan`, which is no arrow"]),
        LayoutCase(
            "to test support", "Sources/WritCLI/New.swift", "import WritTestKit\n",
            findings: ["1: `WritCLI` imports `WritTestKit`, which is no arrow"]),
        LayoutCase(
            "to a library that another target wraps", "Sources/WritEngine/New.swift",
            "internal import CLibYAML\n",
            findings: ["1: `WritEngine` imports `CLibYAML`, which is no arrow"]),
        LayoutCase(
            "to one declaration of a target", "Sources/WritModel/New.swift",
            "\nimport struct WritPlan.Sound\n",
            findings: ["2: `WritModel` imports `WritPlan`, which is no arrow"]),
        LayoutCase(
            "with attributes", "Sources/WritModel/New.swift", "@preconcurrency package import WritPlan\n",
            findings: ["1: `WritModel` imports `WritPlan`, which is no arrow"]),
        LayoutCase(
            "second on a line", "Sources/WritModel/New.swift", "import WritDiagnostics; import WritPlan\n",
            findings: ["1: `WritModel` imports `WritPlan`, which is no arrow"]),
        LayoutCase(
            "to a target still to be written", "Sources/WritGit/New.swift", "import WritAWS\n",
            findings: ["1: `WritGit` imports `WritAWS`, which is no arrow"]),
        LayoutCase(
            "to a target whose name has a dash", "Sources/WritModel/New.swift", "import writ_dev\n",
            findings: ["1: `WritModel` imports `writ-dev`, which is no arrow"]),
    ])
    func `an import that is no arrow is reported`(_ row: LayoutCase) throws {
        #expect(try row.found() == row.findings)
    }

    @Test(arguments: [
        LayoutCase(
            "in Sources", "Sources/WritPlan/New.swift", "internal import WritDiagnostics\n",
            findings: ["1: `WritPlan` imports `WritDiagnostics` without declaring it"]),
        LayoutCase(
            "in Tests", "Tests/WritModelTests/New.swift", "@testable import WritPlan\n",
            findings: ["1: `WritModelTests` imports `WritPlan` without declaring it"]),
    ])
    func `an import that Package.swift does not declare is reported`(_ row: LayoutCase) throws {
        #expect(try row.found() == row.findings)
    }

    @Test(arguments: [
        LayoutCase("declared", "Sources/WritPlan/New.swift", "package import WritModel\n"),
        LayoutCase("reached through an arrow", "Sources/WritManifest/New.swift", "import WritDiagnostics\n"),
        LayoutCase("of itself", "Sources/WritModel/New.swift", "import WritModel\n"),
        LayoutCase(
            "in a comment", "Sources/WritModel/New.swift", "// import WritPlan\n/* import WritPlan */\n"),
        LayoutCase(
            "in a text", "Sources/WritModel/New.swift", "let text = \"\"\"\n    import WritPlan\n    \"\"\"\n"
        ),
        LayoutCase("a variable of that name", "Sources/WritModel/New.swift", "let import1 = WritPlan\n"),
        LayoutCase(
            "of a test", "Tests/WritModelTests/New.swift", "@testable import WritModel\nimport Testing\n"),
    ])
    func `an import along the arrows is allowed`(_ row: LayoutCase) throws {
        #expect(try row.found() == [])
    }
}
