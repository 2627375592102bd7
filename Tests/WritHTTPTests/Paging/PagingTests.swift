import Testing

@testable import WritHTTP

/// Lists that are read to their end, and lists that are not.
@Suite struct PagingTests {
    /// What the reading of a list came to.
    private enum Outcome: Hashable {
        case complete([String], pages: Int)
        case incomplete([String], PageProblem)
    }

    private func read(
        _ pages: [Page<String, String>], limits: PageLimits = PageLimits()
    ) async -> (Outcome, asked: [String?]) {
        var asked: [String?] = []
        let list = await collectPages(upTo: limits, name: { $0 }) { (marker: String?) in
            asked.append(marker)
            return pages[min(asked.count, pages.count) - 1]
        }
        return switch list {
        case .complete(let items, let pages): (.complete(items, pages: pages), asked)
        case .incomplete(let items, let problem): (.incomplete(items, problem), asked)
        }
    }

    @Test func `markers are followed to the end`() async {
        let (outcome, asked) = await read([
            Page(["a", "b"], next: "m1"), Page([], next: "m2"), Page(["c"], next: nil),
        ])
        #expect(outcome == .complete(["a", "b", "c"], pages: 3))
        #expect(asked == [nil, "m1", "m2"])
        #expect(await read([Page([], next: nil)]).0 == .complete([], pages: 1))
    }

    @Test func `a marker that comes again ends the reading`() async {
        let (same, asked) = await read([Page(["a"], next: "m1"), Page(["b"], next: "m1")])
        #expect(same == .incomplete(["a", "b"], .repeatedMarker))
        #expect(asked == [nil, "m1"])
        let circle = await read([
            Page(["a"], next: "m1"), Page(["b"], next: "m2"), Page(["c"], next: "m1"),
        ])
        #expect(circle.0 == .incomplete(["a", "b", "c"], .repeatedMarker))
    }

    @Test func `a page that comes twice ends the reading`() async {
        let outcome = await read([Page(["a", "b"], next: "m1"), Page(["b", "c"], next: nil)]).0
        #expect(outcome == .incomplete(["a", "b"], .repeatedItem("b")))
    }

    @Test func `limits end the reading`() async {
        var limits = PageLimits()
        limits.pages = 2
        let pages: [Page<String, String>] = [
            Page(["a"], next: "m1"), Page(["b"], next: "m2"), Page(["c"], next: nil),
        ]
        #expect(await read(pages, limits: limits).0 == .incomplete(["a", "b"], .tooManyPages(limit: 2)))
        limits.pages = 3
        #expect(await read(pages, limits: limits).0 == .complete(["a", "b", "c"], pages: 3))
        limits.items = 2
        #expect(await read(pages, limits: limits).0 == .incomplete(["a", "b"], .tooManyItems(limit: 2)))
    }

    @Test func `totals have to agree`() async {
        let skipped = await read([Page(["a"], next: "m1", total: 3), Page(["c"], next: nil, total: 3)])
        #expect(skipped.0 == .incomplete(["a", "c"], .totalMissed(stated: 3, found: 2)))
        let grown = await read([Page(["a"], next: "m1", total: 2), Page(["b"], next: nil, total: 3)])
        #expect(grown.0 == .incomplete(["a", "b"], .totalChanged(from: 2, to: 3)))
        let right = await read([Page(["a"], next: "m1", total: 2), Page(["b"], next: nil)])
        #expect(right.0 == .complete(["a", "b"], pages: 2))
    }

    @Test func `numbered pages end where they are not full, or hold the total`() {
        let full = ["a", "b"]
        #expect(Page(full, number: 1, size: 2).next == 2)
        #expect(Page(["a"], number: 3, size: 2).next == nil)
        #expect(Page([String](), number: 3, size: 2).next == nil)
        #expect(Page(full, number: 2, size: 2, total: 4).next == nil)
        #expect(Page(full, number: 2, size: 2, total: 5).next == 3)
    }

    @Test func `a numbered page that is short before the total is missed`() async {
        let list = await collectPages(name: { $0 }) { (number: Int?) in
            let number = number ?? 1
            return Page(number == 1 ? ["a", "b"] : ["c"], number: number, size: 2, total: 6)
        }
        guard case .incomplete(let items, let problem) = list else {
            Issue.record("complete")
            return
        }
        #expect(items == ["a", "b", "c"])
        #expect(problem == .totalMissed(stated: 6, found: 3))
    }

    @Test func `an error ends the reading`() async {
        struct Refused: Error, Equatable {}
        await #expect(throws: Refused()) {
            _ = try await collectPages(name: { $0 }) { (marker: Int?) throws(Refused) -> Page<String, Int> in
                guard marker == nil else { throw Refused() }
                return Page(["a"], next: 2)
            }
        }
    }

    @Test(arguments: [
        (PageProblem.repeatedMarker, "the server points back to a page that was read already"),
        (.repeatedItem("a"), "`a` is on two pages"),
        (.tooManyPages(limit: 2), "the list has more than 2 pages"),
        (.tooManyItems(limit: 2), "the list has more than 2 items"),
        (.totalChanged(from: 1, to: 2), "the list changed from 1 to 2 items while it was read"),
        (.totalMissed(stated: 3, found: 2), "the server speaks of 3 items and gives 2"),
    ])
    func `every problem has a sentence`(_ problem: PageProblem, _ sentence: String) {
        #expect(problem.description == sentence)
    }
}
