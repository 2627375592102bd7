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

    struct RangeRow: CustomTestStringConvertible {
        var range: String
        var address: String
        var isInside: Bool
        var testDescription: String { "\(address) \(isInside ? "in" : "outside") \(range)" }
    }

    @Test(
        "addresses lie in networks",
        arguments: [
            RangeRow(range: "10.0.0.0/8", address: "10.255.0.1", isInside: true),
            RangeRow(range: "10.0.0.0/8", address: "11.0.0.1", isInside: false),
            RangeRow(range: "10.1.2.3/8", address: "10.9.9.9", isInside: true),
            RangeRow(range: "192.0.2.7", address: "192.0.2.7", isInside: true),
            RangeRow(range: "0.0.0.0/0", address: "255.255.255.255", isInside: true),
            RangeRow(range: "0.0.0.0/0", address: "::1", isInside: false),
            RangeRow(range: "2001:db8::/32", address: "2001:db8:ffff::1", isInside: true),
            RangeRow(range: "::ffff:1.2.3.4", address: "::ffff:102:304", isInside: true),
            RangeRow(range: "::/0", address: "fe80::1", isInside: true),
        ])
    func addresses(row: RangeRow) throws {
        let range = try #require(AddressRange(row.range))
        #expect(range.contains(try #require(AddressRange(row.address))) == row.isInside)
    }

    @Test(
        "what is no address",
        arguments: [
            "", "1.2.3", "1.2.3.4.5", "256.0.0.1", "1.2.3.4/33", "1::2::3", ":", "12345::", "1.2.3.4/",
            "::/129",
        ])
    func noAddress(text: String) {
        #expect(AddressRange(text) == nil)
    }
}
