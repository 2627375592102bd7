import Testing
import WritModel

struct ElementPathTests {
    static let paths: [[ElementPath.Step]] = [
        [], [.member("a")], [.item(0)], [.item(1), .item(0)], [.member("a"), .item(2)],
        [.member("a"), .item(2), .member("b"), .item(0), .item(7)], [.item(0), .member("uri"), .item(3)],
    ]

    @Test("a path is the same whether it is made at once or step by step", arguments: paths)
    func made(steps: [ElementPath.Step]) {
        let path = steps.reduce(ElementPath()) { path, step in
            switch step {
            case .member(let name): path.member(name)
            case .item(let index): path.item(index)
            }
        }
        #expect(path == ElementPath(steps))
        #expect(path.hashValue == ElementPath(steps).hashValue)
        #expect(path.steps == steps)
        #expect(path.passes("uri") == steps.contains(.member("uri")))
    }

    @Test("paths that differ in any step are not the same")
    func different() {
        #expect(Set(Self.paths.map { ElementPath($0) }).count == Self.paths.count)
    }
}
