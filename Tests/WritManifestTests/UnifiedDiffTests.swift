import Testing
import WritReport
import WritTestKit

/// The line difference and its unified form.
struct UnifiedDiffTests {
    @Test("the steps turn the old lines into the new, and none is wasted", arguments: 0..<200)
    func steps(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let old = (0..<random.below(14)).map { _ in random.below(5) }
        let new = (0..<random.below(14)).map { _ in random.below(5) }
        let steps = LineDifference(from: old, to: new).steps
        var before: [Int] = [], after: [Int] = []
        for step in steps {
            switch step {
            case .kept(let a, let b):
                #expect(old[a] == new[b])
                before.append(a)
                after.append(b)
            case .removed(let a): before.append(a)
            case .added(let b): after.append(b)
            }
        }
        #expect(before == Array(old.indices))
        #expect(after == Array(new.indices))
        let changed = steps.count { if case .kept = $0 { false } else { true } }
        #expect(changed == old.count + new.count - 2 * longestCommon(old, new), "seed \(seed)")
    }

    @Test("beyond the limit what is left counts as replaced") func manyDifferences() {
        let steps = LineDifference(from: Array(0..<5_000), to: Array(10_000..<15_000)).steps
        #expect(steps.count == 10_000)
    }

    static let rows: [(name: String, old: String?, new: String?)] = [
        ("nothing", "a\n", "a\n"),
        ("a new file", nil, "a\nb\n"),
        ("a file goes", "a\n", nil),
        ("one line of many", "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n"),
        ("two hunks", "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n", "one\n2\n3\n4\n5\n6\n7\n8\n9\n10\n"),
        ("no line end at the end", "a\nb", "a\nb\nc"),
        ("only the line end", "a", "a\n"),
        ("what could steer a terminal", "a\n", "a\u{1b}[31m\u{202e}\tb\n"),
    ]

    @Test("unified diffs") func diffs() {
        let texts = UnifiedDiffTests.rows.map { row in
            "# \(row.name)\n"
                + unifiedDiff(
                    of: "iam/x.yaml", from: row.old.map { Array($0.utf8) },
                    to: row.new.map { Array($0.utf8) },
                    style: .plain)
        }
        expectGolden(texts.joined(separator: "\n"), named: "unified-diffs")
    }

    @Test("colours set off what goes and what comes") func colours() {
        let text = unifiedDiff(of: "x", from: Array("a\n".utf8), to: Array("b\n".utf8), style: .colored)
        #expect(text.contains("\u{1b}[31m-a\u{1b}[0m\n"))
        #expect(text.contains("\u{1b}[32m+b\u{1b}[0m\n"))
    }

    private func longestCommon(_ a: [Int], _ b: [Int]) -> Int {
        var row = [Int](repeating: 0, count: b.count + 1)
        for x in a {
            var diagonal = 0
            for (index, y) in b.enumerated() {
                let above = row[index + 1]
                row[index + 1] = x == y ? diagonal + 1 : max(above, row[index])
                diagonal = above
            }
        }
        return row[b.count]
    }
}
