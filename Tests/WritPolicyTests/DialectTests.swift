import WritModel
import Testing
import WritPolicy

@Suite("dialects")
struct DialectTests {
    @Test("a resource name has as many segments as the vendor's grammar says")
    func segments() {
        #expect(Dialect.allCases.map(\.resourceSegments) == [6, 5, 5, 5])
        #expect(Dialect.allCases.map(\.actionSegments) == [2, 3, 2, 2])
    }
}
