import Testing
import WritPolicy

@Suite("globs")
struct GlobTests {
    struct MatchRow: CustomTestStringConvertible {
        var pattern: String
        var text: String
        var matches: Bool
        var testDescription: String { "\(pattern) \(matches ? "takes" : "refuses") \(text)" }
    }

    @Test(
        "a pattern takes what its author means",
        arguments: [
            MatchRow(pattern: "", text: "", matches: true),
            MatchRow(pattern: "*", text: "", matches: true),
            MatchRow(pattern: "a*b", text: "ab", matches: true),
            MatchRow(pattern: "a*b", text: "axxb", matches: true),
            MatchRow(pattern: "a*b", text: "axxbc", matches: false),
            MatchRow(pattern: "*ab*ab", text: "abab", matches: true),
            MatchRow(pattern: "*ab*ab", text: "aab", matches: false),
            MatchRow(pattern: "a?c", text: "abc", matches: true),
            MatchRow(pattern: "a?c", text: "ac", matches: false),
            MatchRow(pattern: "a?c", text: "a€c", matches: true),
            MatchRow(pattern: "?", text: "𝄞", matches: true),
            MatchRow(pattern: "*€", text: "x€", matches: true),
        ])
    func matching(row: MatchRow) {
        #expect(Glob(row.pattern).matches(Array(row.text.utf8)) == row.matches)
    }

    @Test("a literal star is a character")
    func literalStar() {
        let glob = Glob(literal: "a*")
        #expect(glob.isLiteral)
        #expect(glob.matches(Array("a*".utf8)))
        #expect(!glob.matches(Array("ab".utf8)))
    }

    struct MeetRow: CustomTestStringConvertible {
        var a: String
        var b: String
        var meet: [String]
        var testDescription: String { "\(a) and \(b)" }
    }

    @Test(
        "the meet of two patterns",
        arguments: [
            MeetRow(a: "a*", b: "*b", meet: ["a*b"]),
            MeetRow(a: "ab*", b: "*ba", meet: ["ab*ba", "aba"]),
            MeetRow(a: "a*", b: "b*", meet: []),
            MeetRow(a: "abc", b: "a*", meet: ["abc"]),
            MeetRow(a: "a?", b: "?b", meet: ["ab"]),
            MeetRow(a: "*", b: "x?", meet: ["x?"]),
            MeetRow(a: "a", b: "b", meet: []),
        ])
    func meeting(row: MeetRow) throws {
        let found = try #require(meet(Glob(row.a), Glob(row.b)))
        #expect(Set(found.map(\.description)) == Set(row.meet))
        #expect(Set(try #require(meet(Glob(row.b), Glob(row.a)))) == Set(found))
    }
}
