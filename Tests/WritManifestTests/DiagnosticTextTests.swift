import Testing
import WritDiagnostics
import WritManifest
import WritModel
import WritReport
import WritTestKit

/// What people see: whole outputs for files with several mistakes, read by eye and kept as goldens.
@Suite struct DiagnosticTextTests {
    struct Row: CustomTestStringConvertible {
        var name: String
        var files: [String: String]

        var testDescription: String { name }
    }

    @Test(arguments: rows) func `several mistakes read well together`(_ row: Row) {
        let sources = row.files.mapValues { Array($0.utf8) }
        let text = render(
            decode(sources).diagnostics,
            sources: { path in sources[path].map { SourceText(path: path, bytes: $0) } }, style: .plain)
        expectGolden(text, named: row.name.replacing(" ", with: "-"))
    }

    @Test func `colours set off the parts and change nothing else`() {
        let bytes = Array(group("members: alice").utf8)
        let found = decode(["m.yaml": bytes]).diagnostics
        let sources = { (path: String) in SourceText(path: path, bytes: bytes) }
        let colored = render(found, sources: sources, style: .colored)
        let codes = /\u{1b}\[[0-9;]*m/
        #expect(colored.contains("\u{1b}[1;31merror[type.expected-list]\u{1b}[0m"))
        #expect(colored.replacing(codes, with: "") == render(found, sources: sources, style: .plain))
    }

    @Test func `no diagnostics are no text, and counts have their plural`() {
        #expect(render([], sources: { _ in nil }, style: .plain) == "")
        #expect(summary(of: [Diagnostic("a", "b")]) == "1 error")
        #expect(
            summary(of: [
                Diagnostic("a", .warning, "b"), Diagnostic("a", "b"), Diagnostic("a", "c"),
                Diagnostic("a", .note, "b"),
            ]) == "2 errors, 1 warning, 1 note")
    }

    @Test func `without its source a diagnostic has its place only`() {
        let place = SourceSpan(
            file: "a\u{1b}b.yaml", start: SourcePosition(line: 3, column: 2),
            end: SourcePosition(line: 3, column: 4))
        let text = render([Diagnostic("x.y", "it is", at: place)], sources: { _ in nil }, style: .plain)
        #expect(text == "error[x.y]: it is\n  --> a\\u{1b}b.yaml:3:2\n\n1 error\n")
    }

    @Test func `a span beyond the end of its line underlines one column`() {
        let place = SourceSpan(
            file: "m", start: SourcePosition(line: 1, column: 9), end: SourcePosition(line: 1, column: 12))
        let source = SourceText(path: "m", bytes: Array("ab\n".utf8))
        let text = render([Diagnostic("x.y", "it is", at: place)], sources: { _ in source }, style: .plain)
        #expect(text.contains(" 1 | ab\n   |   ^\n"))
    }

    @Test func `thousands of mistakes on one long line are told at once`() {
        let source = Array(String(repeating: "a ", count: 500_000).utf8)
        let found = (0..<20_000).map { index in
            let start = SourcePosition(line: 1, column: 1 + 50 * index)
            let end = SourcePosition(line: 1, column: 2 + 50 * index)
            return Diagnostic("x.y", "it is", at: SourceSpan(file: "m.yaml", start: start, end: end))
        }
        let clock = ContinuousClock()
        var text = ""
        let time = clock.measure {
            text = render(found, sources: { SourceText(path: $0, bytes: source) }, style: .plain)
        }
        #expect(text.hasSuffix("\n20000 errors\n"))
        #expect(text.split(separator: "\n").filter { $0.hasPrefix("   | ") }.count == 500)
        #expect(time < .seconds(8), "\(time)")
    }

    @Test func `a label stands beside the underline`() {
        let place = SourceSpan(
            file: "m", start: SourcePosition(line: 1, column: 2), end: SourcePosition(line: 1, column: 3))
        let source = SourceText(path: "m", bytes: Array("abc\n".utf8))
        let found = [Diagnostic("x.y", "it is", at: place, label: "this one")]
        let text = render(found, sources: { _ in source }, style: .plain)
        #expect(text.contains("   |  ^ this one\n"))
    }
}
