import Testing
import WritModel

@Suite("a long list's text")
struct LongListTextTests {
    @Test("written in stretches it is that of the whole", arguments: [1, 2, 5], [0, 1, 2])
    func isThatOfTheWhole(count: Int, others: Int) {
        let items = (0..<count).map { number -> JSONValue in
            number % 2 == 0 ? ["a": .integer(number), "b": [["c": []], "\u{7}"], "d": [:]] : [[1], [2]]
        }
        let members = (0..<others).map { JSONValue.Member("m\($0)", ["x": .array([.integer($0)])]) }
        let whole = JSONValue.object(members + [.init("list", .array(items))] + members)
        let text = LongListText(before: members, name: "list", after: members)
        for cut in 0..<count {
            let stretches =
                text.text(of: Array(items[..<cut]), isLast: false)
                + text.text(of: Array(items[cut...]), isLast: true)
            #expect(text.start + stretches + text.end == whole.prettyText)
        }
    }
}
