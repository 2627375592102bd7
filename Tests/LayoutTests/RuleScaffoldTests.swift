import Testing
import WritLint

@testable import writ_dev

/// What `writ-dev new rule` writes: one file, its test, and one line in the catalogue.
@Suite struct RuleScaffoldTests {
    private let catalogue = """
        package let ruleCatalogue: [Rule] = [
            // Privilege
            .fullAdmin,

            // Trust
        ]
        """

    @Test func `a file, a test and a line behind the others of its family`() throws {
        let scaffold = try RuleScaffold(code: "SEC999", name: "open-bucket", severity: "high")
        #expect(
            scaffold.files.map(\.path) == [
                "Sources/WritLint/Rules/Privilege/OpenBucket.swift",
                "Tests/WritLintTests/Rules/Privilege/OpenBucketTests.swift",
            ])
        #expect(
            scaffold.files[0].text.contains(
                "static let openBucket = Rule(\n        \"SEC999\", \"open-bucket\", .high,"))
        #expect(scaffold.files[1].text.contains("expect(\"open-bucket\", row)"))
        #expect(
            scaffold.catalogue(catalogue)?.contains("    .fullAdmin,\n    .openBucket,\n\n    // Trust")
                == true)
        let first = try RuleScaffold(code: "TRU999", name: "open-door", severity: "low")
        #expect(first.catalogue(catalogue)?.contains("    // Trust\n    .openDoor,\n]") == true)
    }

    @Test(arguments: [
        ("SEC1", "open-bucket", "high"), ("XYZ001", "open-bucket", "high"), ("SEC999", "Open", "high"),
        ("SEC999", "open--bucket", "high"), ("SEC999", "open-bucket", "loud"),
        ("SEC001", "open-bucket", "high"),
        ("SEC999", "full-admin", "high"),
    ]) func `what cannot be a rule is refused`(_ code: String, _ name: String, _ severity: String) {
        #expect(throws: (any Error).self) { try RuleScaffold(code: code, name: name, severity: severity) }
    }

    @Test func `a family without a heading has no place`() throws {
        let scaffold = try RuleScaffold(code: "ESC999", name: "way-up", severity: "high")
        #expect(scaffold.catalogue(catalogue) == nil)
    }
}
