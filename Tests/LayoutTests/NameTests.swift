import Testing

@testable import writ_dev

struct NameTests {
    @Test(arguments: ["StringUtils", "TestHelpers", "StateManager", "Common", "Plan+Misc"])
    func `a file name that says nothing is reported`(_ stem: String) throws {
        let findings = try LayoutCase("", "Sources/WritModel/\(stem).swift", "").found()
        #expect(findings.count == 1)
        #expect(findings.allSatisfy { $0.hasPrefix("Sources/WritModel/\(stem).swift:1: a file named") })
    }

    @Test(arguments: ["CommonAncestors", "HelperText", "Manages", "Uncommon"])
    func `a name that only contains such a word is allowed`(_ stem: String) throws {
        #expect(try LayoutCase("", "Sources/WritModel/\(stem).swift", "").found() == [])
    }

    @Test(arguments: ["Makefile", "docs/Guide.md", "Package.resolved"])
    func `a further name at the top is reported`(_ path: String) throws {
        let name = path.split(separator: "/")[0]
        #expect(
            try LayoutCase("", path, "").found() == [
                "\(name):1: `\(name)` does not belong at the top of the repository"
            ])
    }

    @Test(arguments: [
        ".ci/run", "examples/one/writ.yaml", "schemas/user.json", "Tests/run.sh", ".swift-format",
    ])
    func `the agreed names and dot files at the top are allowed`(_ path: String) throws {
        #expect(try LayoutCase("", path, "").found() == [])
    }

    @Test func `what git ignores at the top is not reported`() throws {
        let ignored = ["Package.resolved": "", "state.db-wal": "", "out/a": ""]
        let fixture = Fixture(
            ignored.merging([".gitignore": "# made\nPackage.resolved\n*.db*\n/out/\n"]) { $1 })
        #expect(try fixture.findings() == [])
    }
}
