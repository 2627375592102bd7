import Testing
import WritDiagnostics
import WritManifest
import WritModel

/// Rows B001 to B030 of the corpus of bad inputs, and what is like them.
@Suite struct BadBytesTests {
    static let rows = [
        BadInput(
            "B001 Latin-1", group("description: J⟦\u{F7F6}⟧rg"), "encoding.invalid-utf8", "0xF6",
            help: "save the file as UTF-8"),
        BadInput(
            "B002 overlong", group("description: ⟦\u{F7C0}⟧\u{F7AF}"), "encoding.invalid-utf8", "0xC0"),
        BadInput(
            "B003 encoded surrogate", group("description: ⟦\u{F7ED}⟧\u{F7A0}\u{F780}"),
            "encoding.invalid-utf8", "0xED"),
        BadInput(
            "cut short", group("description: ⟦\u{F7E2}⟧\u{F782}"), "encoding.invalid-utf8", "0xE2"),
        BadInput(
            "B004 UTF-16 with mark", "⟦⟧\u{F7FF}\u{F7FE}a\u{F700}", "encoding.not-utf8", "UTF-16",
            help: "save it as UTF-8"),
        BadInput("B005 UTF-16 without mark", "⟦⟧a\u{F700}b\u{F700}", "encoding.not-utf8", "UTF-16"),
        BadInput("B006 byte order mark", "⟦\u{FEFF}⟧" + group(""), "encoding.bom", "byte order mark"),
        BadInput(
            "B007 byte order mark inside", group("description: a⟦\u{FEFF}⟧b"), "text.invisible", "U+FEFF",
            help: "delete it"),
        BadInput("B008 NUL", group("description: a⟦\0⟧b"), "encoding.control", "U+0000"),
        BadInput("B009 ESC", group("description: a⟦\u{1b}⟧[31m"), "encoding.control", "U+001B"),
        BadInput("B010 BEL", group("description: a⟦\u{07}⟧"), "encoding.control", "U+0007"),
        BadInput("B010 DEL", group("description: a⟦\u{7f}⟧"), "encoding.control", "U+007F"),
        BadInput("B010 C1", group("description: a⟦\u{9b}⟧"), "encoding.control", "U+009B"),
        BadInput(
            "B011 bare CR", "apiVersion: writ/v1⟦\r⟧kind: Group\r", "encoding.bare-cr", "carriage return",
            help: "LF or CRLF"),
        BadInput(
            "B012 NEL", "metadata: {name: a⟦\u{85}⟧kind: Policy}", "encoding.line-separator", "U+0085"),
        BadInput("B013 LS", group("description: a⟦\u{2028}⟧b"), "encoding.line-separator", "U+2028"),
        BadInput("B013 PS", group("description: a⟦\u{2029}⟧b"), "encoding.line-separator", "U+2029"),
        BadInput("B014 override", group("description: a⟦\u{202e}⟧b"), "text.bidi", "U+202E"),
        BadInput("B015 isolate", group("description: a⟦\u{2066}⟧b"), "text.bidi", "U+2066"),
        BadInput("bidi in a comment", group("") + "# ⟦\u{202e}⟧x", "text.bidi", "U+202E"),
        BadInput("B016 zero-width space", named("ad⟦\u{200b}⟧min"), "text.invisible", "U+200B"),
        BadInput("B017 tag characters", named("admin⟦\u{e0041}⟧"), "text.invisible", "U+E0041"),
        BadInput(
            "B018 no-break space, alone", "apiVersion: writ/v1\nkind: User\nmetadata:\n  ⟦name:\u{a0}x⟧\n",
            "yaml.not-a-mapping", "`metadata` takes a mapping", help: "U+00A0 is not a space"),
        BadInput(
            "B018 no-break space, first", "⟦apiVersion:\u{a0}writ/v1⟧\n", "yaml.not-a-mapping",
            "a manifest is a mapping", help: "U+00A0 is not a space"),
        BadInput(
            "B018 no-break space, between", "apiVersion: writ/v1\n⟦k⟧ind:\u{a0}User\nmetadata: {}\n",
            "yaml.not-a-mapping", "`key: value` is due", help: "U+00A0 is not a space"),
        BadInput("B019 escaped NUL", group(#"description: ⟦"a\0b"⟧"#), "text.control", "U+0000"),
        BadInput("B020 escaped ESC", group(#"description: ⟦"\x1b[2J"⟧"#), "text.control", "U+001B"),
        BadInput("B021 escaped NEL", group(#"description: ⟦"\N"⟧"#), "text.line-separator", "U+0085"),
        BadInput("B021 escaped LS", group(#"description: ⟦"\L"⟧"#), "text.line-separator", "U+2028"),
        BadInput("B021 escaped PS", group(#"description: ⟦"\P"⟧"#), "text.line-separator", "U+2029"),
        BadInput("B022 escaped override", group(#"description: ⟦"\u202e"⟧"#), "text.bidi", "U+202E"),
        BadInput(
            "B023 escaped surrogate", group("description: \"⟦\\⟧ud800\""), "text.invalid-scalar",
            "no Unicode character"),
        BadInput(
            "B024 Cyrillic", named("⟦аdmin⟧"), "name.charset", "`а` (U+0430)", help: "ASCII letters"),
        BadInput("B025 full-width", named("⟦ａｄｍｉｎ⟧"), "name.charset", "U+FF41"),
        BadInput(
            "B026 decomposed", group("description: ⟦caf\u{65}\u{301}⟧"), "text.not-nfc",
            "normalization form C", severity: .warning),
        BadInput("B027 private use", group("description: ⟦\u{e000}⟧"), "text.unassigned", "U+E000"),
        BadInput("B027 escaped", group(#"description: ⟦"\uE000"⟧"#), "text.unassigned", "U+E000"),
        BadInput("B028 trailing space", named(#"⟦"x "⟧"#), "name.whitespace", "starts or ends"),
        BadInput("B028 leading space", named(#"⟦" x"⟧"#), "name.whitespace", "starts or ends"),
        BadInput("B029 empty", named(#"⟦""⟧"#), "name.empty", "empty"),
        BadInput(
            "B030 65 characters", named("⟦" + String(repeating: "a", count: 65) + "⟧"), "name.length",
            "65 characters, more than 64"),
        BadInput("a space in a user's name", named("⟦a b⟧"), "name.charset", "a space"),
        BadInput("a digit first", named("⟦1st⟧"), "name.charset", "starts with a digit"),
        BadInput("B098 a backtick", named("⟦a`b⟧"), "name.charset", "holds a backtick"),
        BadInput("B098 HTML", named("⟦a</details>⟧"), "name.charset", "`<`"),
        BadInput("B098 an image", named("⟦'![](http://x)'⟧"), "name.charset", "`!`"),
        BadInput(
            "one password policy", manifest(.passwordPolicy, "", name: "⟦strict⟧"), "name.singleton",
            "one PasswordPolicy", help: "`default`"),
        BadInput(
            "B060 template in a name", named("⟦'a{{ .name }}'⟧"), "text.template-leftover",
            "was not filled in"),
        BadInput(
            "B060 template in a description", group("description: ⟦'by ${USER}'⟧"),
            "text.template-leftover", "was not filled in", severity: .warning),
        BadInput(
            "B060 template without quotes", named("⟦{{ .name }}⟧"), "text.template-leftover",
            "was not filled in"),
        BadInput(
            "B059 merge conflict", group("") + "⟦<<<<<<<⟧ HEAD\na: 1\n=======\na: 2\n", "yaml.merge-conflict",
            "not resolved"),
    ]

    @Test(arguments: rows) func `a bad character is reported once, where it stands`(_ row: BadInput) {
        row.verify()
    }

    @Test func `CRLF line ends are accepted`() {
        let text = group("description: a\nmembers: []").replacing("\n", with: "\r\n")
        #expect(decode(["m.yaml": text]).diagnostics == [])
    }

    @Test func `a name that looks like an ASCII one says which`() {
        let found = decode(["m.yaml": named("аdmin")]).diagnostics
        #expect(found.first?.notes.first?.message == "it can be taken for `admin`")
    }

    @Test func `a policy's name may hold spaces and a name may have 64 characters`() {
        let long = String(repeating: "a", count: 64)
        let files = [
            "a.yaml": manifest(.policy, "document: {Statement: {Effect: Allow}}", name: "Read Only"),
            "b.yaml": manifest(.group, "", name: "1st_.-+=,@"), "c.yaml": manifest(.user, "", name: long),
        ]
        #expect(decode(files).diagnostics == [])
    }

    @Test func `B097 commands to a CI system are ordinary text in a description`() {
        for text in ["::set-env name=X::y", "##[group]x", "##vso[task]x", "`a` </details> @team"] {
            #expect(decode(["m.yaml": group("description: '\(text)'")]).diagnostics == [])
        }
    }

    @Test func `a file of nothing but bad bytes is told in 20 diagnostics`() {
        let bytes = [UInt8](repeating: 0xF6, count: 1000)
        #expect(decode(["m.yaml": Array("a: ".utf8) + bytes]).diagnostics.count == 20)
    }
}
