import Testing
import WritModel

@testable import WritGit

/// What a commit says of its author: compared with `git log`.
struct AuthorshipTests {
    @Test(arguments: [
        "Ada Lovelace <ada@example.com> 1790000000 +0200", "Zoë Müller <zoe@example.com> 1790000001 -0930",
        "Padded   <  padded@example.com > 1790000002 +0000",
        "\u{1b}[31mRed\u{202e} <red@example.com> 0 +0000",
        "No Address <> 1790000003 +0000", "山田 <yamada@example.com> 1790000004 +0900",
    ])
    func `name, address, date and subject are git's`(_ author: String) throws {
        let repository = try GitRepository("--bare")
        let tree = try repository.tree([])
        let text = """
            tree \(tree)
            author \(author)
            committer Ann <ann@example.com> 1790000009 +0000

            A subject
            of two lines

            and a body

            """
        let commit = try repository.git(
            "hash-object", "-t", "commit", "-w", "--stdin", "--literally", input: Array(text.utf8))
        let found = try ManifestReader(repository: repository.path).authorship(of: commit)
        let shown = try repository.bytes("log", "-1", "--format=%an%x00%ae%x00%at%x00%s", commit)
            .split(separator: 0, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
        #expect(found.name == shown[0])
        #expect(found.email == shown[1].trimmed)
        #expect(String(found.date.epochSeconds) == shown[2])
        #expect(found.subject + "\n" == shown[3])
        #expect(found.subject == "A subject of two lines")
    }

    @Test(arguments: ["", "author", "author x", "author <", "author > 5", "author Ann <a> late +0000"])
    func `a malformed author is left empty and nothing fails`(_ line: String) {
        let found = authorship(Array("tree x\n\(line)\n\nsubject\n".utf8), of: "id")
        #expect(found.date == Instant(epochSeconds: 0) || line.contains("5"))
        #expect(found.subject == "subject")
    }

    @Test func `a name in an old encoding is read, bytes that are no text become marks`() {
        let latin = Array("author Zo".utf8) + [0xEB] + Array(" <z> 1 +0000\nencoding ISO-8859-1\n\nx\n".utf8)
        #expect(authorship(latin, of: "id").name == "Zoë")
        let broken = Array("author Zo".utf8) + [0xEB] + Array(" <z> 1 +0000\n\nx\n".utf8)
        #expect(authorship(broken, of: "id").name == "Zo\u{FFFD}")
    }
}

extension String {
    fileprivate var trimmed: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}
