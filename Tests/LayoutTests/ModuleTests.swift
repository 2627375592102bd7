import Testing

@testable import writ_dev

struct ModuleTests {
    @Test(arguments: [
        ("WritModel", "Foundation"), ("WritModel", "FoundationEssentials"), ("WritModel", "Dispatch"),
        ("WritModel", "Glibc"), ("WritModel", "Synchronization"), ("WritEngine", "FoundationEssentials"),
        ("WritStore", "Glibc"), ("WritGit", "Foundation"), ("WritCLI", "FoundationNetworking"),
        ("WritTestKit", "FoundationNetworking"), ("WritCLI", "Testing"), ("WritEngine", "ArgumentParser"),
        ("WritGit", "Yams"),
    ])
    func `a module outside the ring's list is reported`(_ target: String, _ module: String) throws {
        let row = LayoutCase(
            "", "Sources/\(target)/New.swift", "internal import \(module)\n",
            findings: ["1: `\(target)` must not import `\(module)`"])
        #expect(try row.found() == row.findings)
    }

    @Test(arguments: [
        ("WritEngine", "Synchronization"), ("WritGit", "Glibc"),
        ("WritGit", "FoundationEssentials"),
        ("WritCLI", "Dispatch"), ("WritCLI", "ArgumentParser"), ("WritTestKit", "Testing"),
        ("WritTestKit", "Foundation"),
    ])
    func `a module of the ring's list is allowed`(_ target: String, _ module: String) throws {
        #expect(
            try LayoutCase("", "Sources/\(target)/New.swift", "internal import \(module)\n").found() == [])
    }

    @Test func `asking whether a module exists is no import`() throws {
        let text = "#if canImport(FoundationNetworking)\n#endif\n"
        #expect(try LayoutCase("", "Sources/WritModel/New.swift", text).found() == [])
    }

    @Test func `the advice for Foundation at the edges is its smaller part`() throws {
        let fixture = Fixture(["Sources/WritGit/New.swift": "internal import Foundation\n"])
        let violations = try fixture.read { checkLayout($0, ratchets: []) }
        #expect(violations.map(\.mend) == ["import FoundationEssentials"])
    }
}
