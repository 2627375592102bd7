import Testing
import WritModel

struct JSONTests {
    struct Row: CustomTestStringConvertible, Sendable {
        let name: String
        let text: String
        let value: JSONValue
        var testDescription: String { name }
    }

    static let rows = [
        Row(name: "scalars", text: #"[null,true,false,"a",-12]"#, value: [.null, true, false, "a", -12]),
        Row(name: "empty", text: #"{"a":[],"b":{}}"#, value: ["a": [], "b": [:]]),
        Row(name: "order of members", text: #"{"z":1,"a":2}"#, value: ["z": 1, "a": 2]),
        Row(
            name: "spelling of numbers", text: "[1.50,1e3,0]",
            value: .array([.number("1.50"), .number("1e3"), 0])),
        Row(
            name: "escapes", text: #""\"\\\/\b\f\n\r\té""#,
            value: .string("\"\\/\u{08}\u{0C}\n\r\t\u{E9}")),
        Row(name: "code points", text: #""\u00e9\ud83d\ude00""#, value: .string("\u{E9}\u{1F600}")),
        Row(
            name: "ten members", text: #"{"a":0,"b":1,"c":2,"d":3,"e":4,"f":5,"g":6,"h":7,"i":8,"j":9}"#,
            value: ["a": 0, "b": 1, "c": 2, "d": 3, "e": 4, "f": 5, "g": 6, "h": 7, "i": 8, "j": 9]),
        Row(name: "space around everything", text: " { \"a\" : [ 1 , 2 ] } \n", value: ["a": [1, 2]]),
    ]

    @Test(
        "a text is written so that it is read again, wherever something stands in it that cannot stand there as it is"
    )
    func writtenTexts() throws {
        for count in 0...18 {
            for place in 0...count {
                for part in ["\"", "\\", "\n", "\u{1F}", "\u{7F}", "\u{E9}", "!", "\u{80}"] {
                    let text =
                        String(repeating: "a", count: place) + part
                        + String(repeating: "z", count: count - place)
                    let written = JSONValue.string(text).compactText
                    #expect(try JSONValue(parsing: Array(written.utf8)) == .string(text))
                    #expect(written.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F })
                }
            }
        }
    }

    @Test("a text is read to its end, wherever something else than ASCII stands in it")
    func texts() throws {
        for count in 0...20 {
            for place in 0...count {
                for part in [
                    "", "\u{E9}", "\\n", "\\\"", "\\\\", "!", "#", "]", "[", "\u{20}", "\u{7F}", "\u{A2}",
                ] {
                    let (start, end) = (
                        String(repeating: "a", count: place), String(repeating: "z", count: count - place)
                    )
                    let meant =
                        part.hasPrefix("\\") ? (part == "\\n" ? "\n" : String(part.dropFirst())) : part
                    let value = try JSONValue(parsing: Array("[\"\(start)\(part)\(end)\",1]".utf8))
                    #expect(value == .array([.string(start + meant + end), 1]))
                }
                var broken = Array("\"\(String(repeating: "a", count: count))\"".utf8)
                broken[place] = place == 0 ? broken[place] : 0x1F
                if place > 0 { #expect(throws: JSONError.self) { try JSONValue(parsing: broken) } }
            }
        }
    }

    @Test("a text is read", arguments: rows)
    func reads(row: Row) throws {
        #expect(try JSONValue(parsing: Array(row.text.utf8)) == row.value)
    }

    @Test("what is written reads back, on one line and indented", arguments: rows)
    func writes(row: Row) throws {
        #expect(try JSONValue(parsing: Array(row.value.compactText.utf8)) == row.value)
        #expect(try JSONValue(parsing: Array(row.value.prettyText.utf8)) == row.value)
    }

    static let broken: [(String, Int, String)] = [
        ("", 0, "ends"), ("{", 1, "member name"), (#"{"a":1,}"#, 7, "member name"), ("[1,]", 3, "a value"),
        ("[1 2]", 3, "`,` or `]`"), ("nul", 0, "a value"), ("01", 1, "after the end"), ("-", 0, "incomplete"),
        ("1.", 0, "incomplete"), (#"{"a":1,"a":2}"#, 7, "stands twice"), (#"{"a":1,"a":2}"#, 7, "twice"),
        (#"{"a":0,"b":1,"c":2,"d":3,"e":4,"f":5,"g":6,"h":7,"i":8,"a":9}"#, 55, "stands twice"),
        (#"{"a":0,"b":1,"c":2,"d":3,"e":4,"f":5,"g":6,"h":7,"i":8,"i":9}"#, 55, "stands twice"),
        (#""a"#, 0, "not closed"), ("\"\u{01}\"", 1, "control character"), (#""\x""#, 1, "unknown escape"),
        (#""\ud800""#, 1, "lone surrogate"), (#""\u12""#, 1, "four hexadecimal"), ("// x", 0, "a value"),
        ("{} {}", 3, "after the end"), ("NaN", 0, "a value"), ("[1e]", 1, "incomplete"),
    ]

    @Test("a broken text is refused at its place", arguments: broken)
    func refuses(text: String, offset: Int, message: String) {
        #expect {
            try JSONValue(parsing: Array(text.utf8))
        } throws: { error in
            guard let error = error as? JSONError else { return false }
            return error.offset == offset && error.message.contains(message)
        }
    }

    @Test("nesting is bounded")
    func depth() {
        let text = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
        #expect(throws: Never.self) { try JSONValue(parsing: Array(text.utf8)) }
        #expect(throws: JSONError.self) { try JSONValue(parsing: Array("[\(text)]".utf8)) }
    }

    @Test("bytes that are no UTF-8 are refused")
    func invalidUTF8() {
        #expect(throws: JSONError.self) { try JSONValue(parsing: [0x22, 0xC0, 0xAF, 0x22]) }
    }

    @Test("control characters are written as escapes")
    func controls() {
        #expect(JSONValue.string("\u{1B}[31m\u{7F}").compactText == #""\u001b[31m\u007f""#)
    }
}
