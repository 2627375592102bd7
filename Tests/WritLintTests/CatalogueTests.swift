import Foundation
import Testing
import WritLint

/// The catalogue is whole: one file, one line, one test for each rule.
@Suite struct CatalogueTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path

    @Test func `codes are unique and in order, names unique`() {
        let codes = ruleCatalogue.map(\.code)
        let ordered = ruleCatalogue.sorted { ($0.family, $0.code) < ($1.family, $1.code) }.map(\.code)
        #expect(codes == ordered)
        #expect(Set(codes).count == codes.count)
        #expect(Set(ruleCatalogue.map(\.name)).count == ruleCatalogue.count)
        for code in codes { #expect(code.wholeMatch(of: /[A-Z]{3}[0-9]{3}/) != nil, "\(code)") }
    }

    @Test func `every rule has a file and a test of its name, and every file a line in the catalogue`() throws
    {
        for (folder, suffix) in [("Sources/WritLint/Rules", ""), ("Tests/WritLintTests/Rules", "Tests")] {
            let path = "\(CatalogueTests.root)/\(folder)"
            let files = try #require(FileManager.default.enumerator(atPath: path))
                .compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }
            let expected = ruleCatalogue.map { "\($0.family.title)/\(type($0.name))\(suffix).swift" }
            #expect(Set(expected).subtracting(files).sorted() == [], "in \(folder)")
            #expect(Set(files).subtracting(expected).sorted() == [], "in \(folder)")
        }
    }

    @Test(arguments: ruleCatalogue.map(\.code)) func `a page says what, why and what to avoid`(_ code: String)
        throws
    {
        let rule = try #require(ruleCatalogue.first { $0.code == code })
        for text in [rule.page.summary, rule.page.why] {
            #expect(text.hasSuffix(".") && !text.contains("…"), "\(text)")
        }
        #expect(!rule.page.avoid.isEmpty)
        #expect(rule.name.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil)
        for option in rule.options {
            #expect(option.name.wholeMatch(of: /[a-z][A-Za-z0-9]*/) != nil && option.summary.hasSuffix("."))
        }
    }

    private func type(_ name: String) -> String {
        name.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }
}
