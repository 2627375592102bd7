import Foundation
import Testing
import WritReport

/// The pages of the rules follow from the rules.
@Suite struct RulePageTests {
    private let folder = SchemaValidator.root + "/Sources/WritLint/WritLint.docc/Rules"

    @Test func `the pages are those that the rules make`() throws {
        let found = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        #expect(found == rulePages.map(\.file).sorted(), "run `swift run writ-dev generate rules`")
        for page in rulePages {
            let text = try? String(contentsOfFile: "\(folder)/\(page.file)", encoding: .utf8)
            #expect(text == page.text, "\(page.file) is out of date: run `swift run writ-dev generate rules`")
        }
    }
}
