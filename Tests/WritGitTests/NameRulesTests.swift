import Testing

@testable import WritGit

@Suite("Names")
struct NameRulesTests {
    @Test(
        "ordinary names are good",
        arguments: [
            "a.yaml", "Größe.yaml", "日本.yaml", ".gitignore", ".gitattributes", ".gitx", "git~2", "git",
            "a b.yaml",
            "..a", "...", "👩‍👩‍👧.yaml", "CON", "-rf", "~", "a:b", ".git~1x",
        ])
    func good(name: String) {
        #expect(badNameReason(Array(name.utf8)) == nil)
    }

    @Test(
        "names are shown without anything that a terminal obeys",
        arguments: [
            ("plain ä 日.yaml", "plain ä 日.yaml"), ("\u{1B}[0m", "\\u{1b}[0m"), ("a\\u{1b}", "a\\\\u{1b}"),
            ("\r\n\t", "\\u{d}\\u{a}\\u{9}"),
            ("\u{85}\u{2066}\u{2029}", "\\u{85}\\u{2066}\\u{2029}"),
            ("", ""),
        ])
    func escaping(name: String, shown: String) {
        #expect(escapedName(name) == shown)
    }

    @Test("bytes that are no UTF-8 are shown one by one, and the rest as it is")
    func escapingBytes() {
        #expect(
            escapedName([0x61, 0xFF, 0xC3, 0xA4, 0xC3, 0x62, 0xED, 0xA0, 0x80])
                == "a\\x{ff}ä\\x{c3}b\\x{ed}\\x{a0}\\x{80}")
    }

    @Test(
        "reference names follow git's rules",
        arguments: [
            ("refs/heads/main", true), ("refs/heads/a/b-c.d", true), ("refs/heads/ä", true), ("refs/x", true),
            ("refs", false), ("heads/main", false), ("refs/heads/", false), ("refs//main", false),
            ("refs/heads/.a", false),
            ("refs/heads/a.", false), ("refs/heads/a./b", true), ("refs/heads/a..b", false),
            ("refs/heads/a.lock", false), ("refs/heads/a@{b", false), ("refs/heads/a b", false),
            ("refs/heads/a~b", false), ("refs/heads/a\\b", false), ("refs/heads/a\u{7F}", false),
            ("refs/../x", false),
        ])
    func references(name: String, isGood: Bool) {
        #expect(isReferenceName(name) == isGood)
    }

    @Test("ids are read from and shown as 40 digits")
    func ids() throws {
        let digits = "0123456789abcdef0123456789abcdef01234567"
        let id = try #require(ObjectID(hex: Array(digits.uppercased().utf8)))
        #expect(id.description == digits)
        #expect(ObjectID(id.bytes) == id)
        #expect(ObjectID(id.oid) == id)
        #expect(id.firstByte == 1)
        #expect(ObjectID(hex: Array(digits.dropLast().utf8)) == nil)
        #expect(ObjectID(hex: Array((digits.dropLast() + "g").utf8)) == nil)
    }
}

@Suite("Errors in words")
struct GitErrorTests {
    @Test("no error shows a control character of what it names")
    func escaped() {
        let name = "a\u{1B}]0;x\u{7}\n"
        let errors: [GitError] = [
            .notARepository(path: name), .alternates(path: name),
            .unsupportedFormat(path: name, format: name),
            .foreignOwner(path: name, owner: 1, user: 2), .noWorkingTree(path: name),
            .unreadable(path: name, reason: name), .noCommitYet(branch: name),
            .revisionNotFound(name, nearest: name), .revisionSyntax(name, reason: "is wrong"),
            .revisionAmbiguous(name, candidates: [name]), .notACommit(name, kind: .blob),
            .tooFewAncestors(name, available: 1), .historyIncomplete(question: name),
            .objectMissing(id: "0", path: name, partial: true),
            .objectWrongKind(id: "0", path: name, expected: .blob, found: .tree),
            .objectCorrupt(id: "0", path: name, reason: name), .tooLarge(path: name, byteCount: 2, limit: 1),
            .malformedReference(name: name, reason: name), .library(code: -1, message: name),
        ]
        for error in errors {
            let text = error.description + (error.help ?? "")
            #expect(text.unicodeScalars.allSatisfy { !isUnsafeToShow($0) }, "\(error)")
        }
    }
}
