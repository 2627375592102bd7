import Testing

@testable import writ_dev

/// The folder that holds `Package.swift`.
private let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    .joined(separator: "/")

struct RepositoryTests {
    @Test func `this repository keeps to its layout`() throws {
        let violations = try checkLayout(Repository(root: root), ratchets: ratchets)
        #expect(violations.map(\.description) == [])
    }

    @Test func `this repository is read whole`() throws {
        let repository = try Repository(root: root)
        #expect(repository.files.contains { $0.path == "Sources/writ-dev/Reading/Repository.swift" })
        #expect(repository.files.contains { $0.path == "Tests/LayoutTests/RepositoryTests.swift" })
        #expect(repository.package["LayoutTests"]?.dependencies == ["writ-dev", "WritLint"])
        #expect(repository.package["LayoutTests"]?.isTest == true)
    }

    @Test func `a sound repository has nothing to report`() throws {
        #expect(try Fixture().findings() == [])
    }

    @Test func `a folder without Package.swift is an error`() {
        #expect(throws: RepositoryError.self) { try Repository(root: "/nowhere") }
    }

    @Test func `a violation is printed with its place and how to mend it`() {
        let violation = Violation("Sources/A/B.swift", 7, "what", mend: "how")
        #expect(violation.description == "Sources/A/B.swift:7: what — how")
    }
}
