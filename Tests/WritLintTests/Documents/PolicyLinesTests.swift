import Testing
import WritDiagnostics
import WritLint

@Suite("the lines of a file of documents")
struct PolicyLinesTests {
    @Test(
        "are the same however the file is shared out",
        arguments: [
            "", "\n", "a", "a\n", "\n\na\n\nbb\n", "a\nbb\nccc\n\n\ndddd", "\n\n\n", "a\r\nb\r\n",
            "0123456\n01234567\n012345678\n\n0123456789012345\n01234567890123456\u{8A}\u{B}\n",
        ])
    func shares(text: String) {
        let bytes = Array(text.utf8)
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
            .filter { !$0.element.isEmpty }
        for size in 1...(bytes.count + 2) {
            let found = PolicyLines.shares(of: SourceText(path: "p", bytes: bytes), size: size).flatMap {
                Array($0)
            }
            #expect(found.map(\.source.path) == lines.map { "p:\($0.offset + 1)" })
            #expect(found.map(\.source.bytes) == lines.map { Array($0.element) })
            #expect(!found.map(\.isLine).contains(false))
        }
    }
}
