import Testing

@testable import writ_dev

struct RatchetTests {
    /// One occurrence of each counted thing.
    private static let occurrences: [(Counted, String)] = [
        (.longFile, String(repeating: "\n", count: 251)),
        (.undocumentedMember, "/// A.\nstruct A {\n    package var b: Int\n}\n"),
        (.uncheckedSendable, "// SAFETY: none\nprivate final class A: @unchecked Sendable {}\n"),
        (.nonisolatedUnsafe, "// SAFETY: none\nnonisolated(unsafe) private var a = 1\n"),
        (.forcedTry, "let a = try! b()\n"),
        (.forcedCast, "let a = b as! Int\n"),
        (.forcedUnwrap, "let a = b!\n"),
        (.fatalError, "private let a: Never = fatalError()\n"),
    ]

    @Test(arguments: occurrences)
    func `an occurrence above a count of zero is reported where it is`(_ counted: Counted, _ text: String)
        throws
    {
        let findings = try LayoutCase("", "Sources/WritModel/New.swift", text).found(ratchets: [
            Ratchet(counted, 0)
        ])
        #expect(findings.count == 1)
        #expect(
            findings.allSatisfy { $0.hasPrefix("Sources/WritModel/New.swift:") && $0.contains(counted.name) })
    }

    @Test(arguments: occurrences)
    func `the recorded count is no finding`(_ counted: Counted, _ text: String) throws {
        #expect(
            try LayoutCase("", "Sources/WritModel/New.swift", text).found(ratchets: [Ratchet(counted, 1)])
                == [])
    }

    @Test func `a count above the recorded one is reported at the number`() throws {
        let fixture = Fixture(["Sources/WritModel/New.swift": "let a = b!\nlet c = d!\n"])
        #expect(
            try fixture.findings(ratchets: [Ratchet(.forcedUnwrap, 1, line: 9)])
                == ["\(ratchetsPath):9: a forced unwrap: 2 in Sources, 1 recorded"])
    }

    @Test func `a count below the recorded one is reported, with the advice to lower it`() throws {
        let violations = try Fixture().read { checkLayout($0, ratchets: [Ratchet(.fatalError, 2, line: 9)]) }
        #expect(violations.map(\.mend) == ["lower the number in Ratchets.swift"])
    }

    @Test(arguments: [
        ("a negation", "let a = !b\nlet c = (!d)\n"), ("a comparison", "let a = b != c\nlet d = b!=c\n"),
        ("an identity", "let a = b !== c\n"), ("a comment", "// really!\n"),
        ("a text", "let a = \"stop!\"\n"),
        ("an optional try", "let a = try? b()\n"), ("an optional cast", "let a = b as? Int\n"),
        ("a double negation", "let a = !(!b)\n"),
        ("a text over lines", "let a = \"\"\"\n    b!\n    \"\"\"\n"),
    ])
    func `what only looks forced is not counted`(_ name: String, _ text: String) throws {
        let zero = [Ratchet(.forcedUnwrap, 0), Ratchet(.forcedTry, 0), Ratchet(.forcedCast, 0)]
        #expect(try LayoutCase(name, "Sources/WritModel/New.swift", text).found(ratchets: zero) == [])
    }

    @Test(arguments: ["let a = b()!\n", "let a = b[1]!\n", "private var a: Int!\n", "let a = \"\\(b!)\"\n"])
    func `every way to unwrap by force is counted`(_ text: String) throws {
        let findings = try LayoutCase("", "Sources/WritModel/New.swift", text).found(ratchets: [
            Ratchet(.forcedUnwrap, 0)
        ])
        #expect(findings.count == 1)
    }

    @Test func `tests are not counted`() throws {
        let fixture = Fixture(["Tests/WritModelTests/New.swift": "let a = b!\n"])
        #expect(try fixture.findings(ratchets: [Ratchet(.forcedUnwrap, 0)]) == [])
    }

    @Test func `each counted thing has one recorded number`() {
        #expect(
            ratchets.map(\.counted).sorted { $0.rawValue < $1.rawValue }
                == Counted.allCases.sorted { $0.rawValue < $1.rawValue })
    }
}
