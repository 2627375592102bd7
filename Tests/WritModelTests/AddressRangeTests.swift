import Testing
import WritModel

@Suite("ranges of addresses")
struct AddressRangeTests {
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

    @Test(
        "a range has one text",
        arguments: [
            ("203.0.113.7", "203.0.113.7"), ("203.0.113.7/32", "203.0.113.7"), ("10.1.2.3/8", "10.0.0.0/8"),
            ("0.0.0.0-255.255.255.255", "0.0.0.0/0"), ("10.0.0.0-10.0.0.255", "10.0.0.0/24"),
            ("10.0.0.1-10.0.0.2", "10.0.0.1-10.0.0.2"), ("10.0.0.4-10.0.0.4", "10.0.0.4"),
            ("2001:DB8:0:0:0:0:0:1", "2001:db8::1"), ("::/0", "::/0"), ("::", "::"), ("::1", "::1"),
            ("2001:db8::/32", "2001:db8::/32"), ("1:0:0:2:0:0:0:3", "1:0:0:2::3"), ("1:0:2::", "1:0:2::"),
            ("::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "::/0"), ("fe80::1-fe80::3", "fe80::1-fe80::3"),
        ])
    func oneText(text: String, canonical: String) throws {
        let range = try #require(AddressRange(bounds: text))
        #expect(range.description == canonical)
        #expect(AddressRange(bounds: canonical) == range)
    }

    @Test(
        "what are no bounds",
        arguments: [
            "10.0.0.9-10.0.0.1", "10.0.0.0/8-11.0.0.0", "10.0.0.1-::2", "10.0.0.1-", "-10.0.0.1",
            "10.0.0.1-10.0.0.2-10.0.0.3", "everywhere",
        ])
    func noBounds(text: String) {
        #expect(AddressRange(bounds: text) == nil)
    }
}
