import Testing
import WritPolicy

@Suite("names of elements")
struct SameNameTests {
    @Test(
        "are the same whatever the case of their ASCII letters",
        arguments: [
            ("Action", "aCTION", true), ("Action", "Actiop", false), ("Action", "Actions", false),
            ("", "", true),
            ("[a", "{a", false), ("a@", "a`", false), ("\u{F900}", "\u{8C48}", true),
            ("a\u{F900}", "A\u{8C48}", false), ("\u{E9}", "\u{C9}", false), ("K", "\u{212A}", false),
        ])
    func names(a: String, b: String, isSame: Bool) {
        #expect(isSameName(a, b) == isSame)
        #expect(isSameName(b, a) == isSame)
    }

    @Test("name one element each")
    func elements() {
        for element in StatementElement.allCases {
            let name = element.rawValue
            #expect(StatementElement(named: name) == element)
            #expect(StatementElement(named: name.uppercased()) == element)
            #expect(StatementElement(named: name + "s") == nil)
            #expect(StatementElement(named: "x" + name.dropFirst()) == nil)
            #expect(StatementElement(named: name.dropLast() + "\u{7F}") == nil)
        }
        #expect(StatementElement(named: "") == nil)
    }
}
