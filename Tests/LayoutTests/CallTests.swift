import Testing

@testable import writ_dev

struct CallTests {
    @Test(arguments: [
        ("Task", "let work = Task { 1 }"),
        ("async", "private func work() async {}"),
        ("FileManager", "let files = FileManager.default"),
        ("Date", "let now = Date()"),
        ("UUID", "let id = UUID()"),
        ("random", "let number = Int.random(in: 0..<3)"),
        ("shuffled", "let mixed = [1, 2].shuffled()"),
        ("ContinuousClock", "let clock = ContinuousClock()"),
        ("getenv", "let home = getenv(\"HOME\")"),
        ("fopen", "let file = fopen(\"x\", \"r\")"),
        ("fopen", "let file = Glibc.fopen(\"x\", \"r\")"),
        ("Task", "let text = \"\\(Task { 1 })\""),
    ])
    func `the pure ring has no clock, file, randomness or concurrency`(_ name: String, _ code: String) throws
    {
        let findings = ["Sources/WritModel/New.swift:1: `\(name)` has no place in `WritModel`"]
        #expect(try LayoutCase("", "Sources/WritModel/New.swift", code + "\n").found() == findings)
    }

    @Test(arguments: [
        ("a comment", "// Task, Date() and FileManager"),
        ("a text", "let text = \"Task Date() getenv(1)\""),
        ("a raw text", "let text = #\"a \"quote\" and Task\"#"),
        ("a longer name", "let TaskList = 1"),
        ("a date given", "let day = Date(year: 2026)"),
        ("a label", "let chosen = choose(random: 3)"),
        ("a member", "let size = file.fopen()"),
        ("a declaration", "private func getenv(_ name: Int) {}"),
    ])
    func `what only looks like it is allowed in the pure ring`(_ name: String, _ code: String) throws {
        #expect(try LayoutCase(name, "Sources/WritModel/New.swift", code + "\n").found() == [])
    }

    @Test func `a ring above may use a clock`() throws {
        #expect(
            try LayoutCase("", "Sources/WritGit/New.swift", "let clock = ContinuousClock()\n").found() == [])
    }

    @Test(arguments: [
        ("WritCLI", "print"), ("WritReport", "print"), ("WritTestKit", "debugPrint"),
        ("WritEngine", "readLine"),
        ("writ", "exit"), ("writ-dev", "exit"),
    ])
    func `printing, asking and exiting are reported outside their target`(_ target: String, _ call: String)
        throws
    {
        let findings = ["Sources/\(target)/New.swift:1: `\(call)` has no place in `\(target)`"]
        let fixture = Fixture(["Sources/\(target)/New.swift": "private let x: Void = \(call)()\n"])
        #expect(try fixture.findings().filter { !$0.contains("owns this folder") } == findings)
    }

    @Test(arguments: [
        ("writ-dev", "private let x: Void = print()"), ("WritCLI", "private let x = readLine()"),
        ("WritCLI", "private let x: Never = exit(1)"), ("WritEngine", "private let x: Void = report.print()"),
        ("WritEngine", "private func exit(for code: Int) {}"),
    ])
    func `printing, asking and exiting are allowed in their target`(_ target: String, _ code: String) throws {
        #expect(try LayoutCase("", "Sources/\(target)/New.swift", code + "\n").found() == [])
    }
}
