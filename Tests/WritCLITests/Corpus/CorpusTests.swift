import Foundation
import Testing
import WritTestKit

/// Every line of the corpus of bad inputs through the real program, with what people then read as goldens.
@Suite struct CorpusTests {
    @Test(arguments: CorpusFixture.all)
    func `bad input is refused with its code, where it stands`(_ fixture: CorpusFixture) throws {
        var text = ""
        for row in fixture.rows {
            if row.repository?.isPossible == false { text += fixture.golden(of: row) }
            for run in try CorpusRun.all(of: row) {
                #expect(run.codes == row.expected, "\(row.id) \(row.name):\n\(run.text)")
                #expect(run.code == run.expectedCode(row.expected), "\(row.id) \(row.name)")
                #expect(steering(run.text) == nil, "\(row.id) \(row.name)")
                text += "=== \(row.name)\n$ writ \(run.command) → \(run.code)\n\(run.text)\n"
            }
        }
        expectGolden(text, named: fixture.id, file: CorpusFixture.folder + "/README.md")
    }

    @Test func `every line of the list has one fixture with the list's codes`() {
        #expect(CorpusFixture.all.map(\.id) == CorpusLine.all.map(\.id))
        for (fixture, line) in zip(CorpusFixture.all, CorpusLine.all) {
            #expect(fixture.title != "has no title", "\(fixture.id)")
            #expect(Set(fixture.rows.flatMap(\.expected)) == Set(line.codes), "\(fixture.id)")
            #expect(Set(fixture.rows.map(\.name)).count == fixture.rows.count, "\(fixture.id)")
        }
    }

    @Test func `what is like a bad input and is none is accepted`() {
        let without = CorpusFixture.all.filter { fixture in
            !fixture.rows.contains { $0.expected.isEmpty || $0.name.hasPrefix("near miss") }
        }
        #expect(without.map(\.id) == [])
    }
}

/// What one command said of a row.
struct CorpusRun {
    var command: String
    var code: Int32
    var text: String

    /// The commands of a row, each in its turn.
    static func all(of row: CorpusRow) throws -> [CorpusRun] {
        if let repository = row.repository {
            guard repository.isPossible else { return [] }
            let (sandbox, command) = try repository.make(row)
            return [CorpusRun(command, try sandbox.writ(command), in: sandbox)]
        }
        let sandbox = try CorpusCommits.sandbox.get()
        return try row.commands.map { command in
            let store = command.first == "plan" ? ["--store", "sqlite:../none.db"] : []
            return CorpusRun(command, try sandbox.writ(command + ["--rev", row.id] + store), in: sandbox)
        }
    }

    private init(_ command: [String], _ result: CommandResult, in sandbox: Sandbox) {
        self.command = command.joined(separator: " ")
        self.code = result.code
        text = (result.stdout + result.stderr).withPlaceholders
            .replacingOccurrences(of: sandbox.folder, with: "FOLDER")
            .replacing(/At": "[0-9T:-]+Z"/, with: "At\": \"TIME\"")
    }

    /// The codes of the diagnostics and refusals, as a fixture names them.
    var codes: [String] {
        if command.hasSuffix("json") {
            return text.matches(of: /"code": "([^"]+)"/).map { String($0.output.1) }
        }
        return text.split(separator: "\n").compactMap { line in
            guard let match = line.prefixMatch(of: /(error|warning|refused)\[([a-z0-9.-]+)\]/) else {
                return nil
            }
            let code = String(match.output.2)
            return match.output.1 == "error" ? code : "\(code) (\(match.output.1))"
        }
    }

    /// The exit code that goes with the codes.
    func expectedCode(_ codes: [String]) -> Int32 {
        if codes.contains(where: { $0.hasSuffix("(refused)") }) { return 5 }
        return codes.allSatisfy { $0.hasSuffix("(warning)") } ? 0 : 1
    }
}

/// What in an output would steer a terminal or a pipeline's log, or mislead their reader.
///
/// GitHub's runner obeys `::` at the start of a line behind white space, and `##[` anywhere in a line; Azure's
/// `##vso[` likewise.
func steering(_ text: String) -> String? {
    for scalar in text.unicodeScalars where scalar != "\n" {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
            return "U+\(String(scalar.value, radix: 16))"
        default: continue
        }
    }
    if let command = text.firstMatch(of: /##[A-Za-z]*\[/) { return String(command.output) }
    return text.split(separator: "\n")
        .first { $0.drop { $0.isWhitespace }.hasPrefix("::") }.map(String.init)
}
