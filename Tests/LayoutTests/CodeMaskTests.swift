import Testing

@testable import writ_dev

struct CodeMaskTests {
    @Test(arguments: [
        ("a comment at the end", "a // b", "a     "),
        ("a comment in the middle", "a /* b */ c", "a         c"),
        ("nested comments", "a /* /* b */ c */ d", "a                 d"),
        ("a text", #"a "b" c"#, #"a " " c"#),
        ("an escaped quote", #"a "\"b" c"#, #"a "   " c"#),
        ("an empty text", #"a "" c"#, #"a "" c"#),
        ("a raw text", ##"a #"b"c"# d"##, ##"a #"   "# d"##),
        ("an interpolation", #"a "b\(c)d" e"#, #"a "  (c) " e"#),
        ("a text in an interpolation", #""\(f("x"))y""#, #"" (f(" ")) ""#),
        ("no interpolation in a raw text", ##"#"\(c)"#"##, ##"#"    "#"##),
        ("an interpolation in a raw text", ##"#"\#(c)"#"##, ##"#"  (c)"#"##),
        ("a text over lines", "a \"\"\"\n b \"c\"\n \"\"\" d", "a \"\"\"\n      \n \"\"\" d"),
        ("a text that is not closed", "a \"b\nc", "a \" \nc"),
        ("a regular expression", "a #/b/# c", "a #     c"),
        ("a condition", "#if a", "#if a"),
        ("a name in backticks", "a.`b \"c` d", "a.`    ` d"),
        ("signs outside ASCII", "// é\né", "     \né"),
    ])
    func `only code is left, in its place`(_ name: String, _ source: String, _ code: String) {
        #expect(String(decoding: CodeMask.apply(to: Array(source.utf8)), as: UTF8.self) == code)
    }
}
