import Testing
import WritPolicy

@Suite("condition values")
struct ValueTests {
    @Test(
        "numbers are exact and in order",
        arguments: [
            ("1", "2"), ("-2", "-1"), ("-0.5", "0"), ("9", "10"), ("1.09", "1.1"),
            ("18446744073709551616", "18446744073709551617"), ("0.1", "0.10001"),
        ])
    func order(pair: (String, String)) throws {
        let (low, high) = (try #require(DecimalNumber(pair.0)), try #require(DecimalNumber(pair.1)))
        #expect(low < high)
        #expect(!(high < low))
    }

    @Test(
        "numbers of one value are equal",
        arguments: [("1", "1.0"), ("-0", "0"), ("007", "7"), ("+3", "3.00")])
    func equal(pair: (String, String)) throws {
        #expect(try #require(DecimalNumber(pair.0)) == #require(DecimalNumber(pair.1)))
    }

    @Test("what is no number", arguments: ["", "-", "1.", ".5", "1e3", "0x1", "1,5", " 1"])
    func refused(text: String) {
        #expect(DecimalNumber(text) == nil)
    }

    @Test("between and around bounds there is a sample of each kind")
    func samples() throws {
        let bounds = ["-3", "-2.5", "0", "0.001", "7"].compactMap(DecimalNumber.init)
        let samples = DecimalNumber.samples(around: bounds)
        let sorted = bounds.sorted()
        #expect(samples.contains { $0 < sorted[0] })
        #expect(samples.contains { sorted[sorted.count - 1] < $0 })
        for (low, high) in zip(sorted, sorted.dropFirst()) {
            #expect(samples.contains { low < $0 && $0 < high }, "between \(low) and \(high)")
        }
        #expect(bounds.allSatisfy(samples.contains))
    }
}
