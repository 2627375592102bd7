import Testing
import WritModel
import WritPolicy
import WritTestKit

@Suite("entries that another one of their list covers")
struct CoveredEntryTests {
    /// An entry by its number, and the number of the one that covers it.
    struct Pair: Hashable {
        var entry: Int
        var cover: Int
    }

    @Test("of short and long lists with twins, runs and texts without wildcards")
    func actions() throws {
        var random = SplitMix64(seed: 7)
        for count in [2, 3, 8, 9, 20, 70, 200] {
            for _ in 0..<20 {
                let entries = (0..<count).map { _ in
                    let letters = (0..<Int.random(in: 0...4, using: &random)).map { _ in
                        "abc".randomElement(using: &random) ?? "a"
                    }
                    let end = Int.random(in: 0..<3, using: &random) == 0 ? "*" : ""
                    return "s:" + String(letters) + end
                }
                let found = try found(entries)
                #expect(found == expected(entries), "\(entries)")
            }
        }
    }

    @Test(
        "an entry with too many colons is of no action, which any other of its service with a wildcard covers"
    )
    func tooManyColons() throws {
        let covered = try found(["b:d*", "b:c:*"])
        #expect(covered == [Pair(entry: 1, cover: 0)])
        let apart = try found(["a:*", "b:c", "b:c:*"])
        #expect(apart.isEmpty)
    }

    @Test("among resources, of which texts cover themselves alone and what matches nothing is covered by any")
    func resources() throws {
        let entries = [
            "arn:aws:s3:::a/*", "arn:aws:s3:::a/b", "arn:aws:s3:::b/c", "arn:aws:s3:::${aws:username}", "bad",
            "arn:aws:s3:::b/c", "arn:aws:s3:::b/cc",
        ]
        let found = try found(entries, in: "Resource")
        #expect(
            found == [Pair(entry: 1, cover: 0), Pair(entry: 4, cover: 0), Pair(entry: 5, cover: 2)],
            "\(found)")
    }

    /// By the definition: what ends in a run covers what starts alike; of equal ones the first stays.
    private func expected(_ entries: [String]) -> [Pair] {
        entries.indices.compactMap { entry in
            let cover = entries.indices.first { other in
                let isWide = entries[other].hasSuffix("*")
                let covers =
                    isWide
                    ? entries[entry].hasPrefix(entries[other].dropLast())
                    : entries[entry] == entries[other]
                return covers && other != entry && (other < entry || entries[other] != entries[entry])
            }
            return cover.map { Pair(entry: entry, cover: $0) }
        }
    }

    private func found(_ entries: [String], in element: String = "Action") throws -> [Pair] {
        let list = entries.map { "\"\($0)\"" }.joined(separator: ",")
        let other = element == "Action" ? #""Resource":"*""# : #""Action":"s:*""#
        let text =
            #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","\#(element)":[\#(list)],\#(other)}]}"#
        let reading = readPolicy(try JSONValue(parsing: Array(text.utf8)), dialect: .aws)
        return redundantEntries(in: reading).map { found in
            guard case .item(let entry)? = found.path.steps.last else { return Pair(entry: -1, cover: -1) }
            let isWide = found.coveredBy.hasSuffix("*")
            let cover = entries.indices.first {
                entries[$0] == found.coveredBy && ($0 != entry || !isWide)
            }
            return Pair(entry: entry, cover: cover ?? -1)
        }
    }
}
