import Testing
import WritModel

struct InstantTests {
    @Test(
        "a time is read and printed in UTC",
        arguments: [
            ("1970-01-01T00:00:00Z", Int64(0), "1970-01-01T00:00:00Z"),
            ("2000-02-29T23:59:59Z", 951_868_799, "2000-02-29T23:59:59Z"),
            ("2027-01-31T12:00:00+08:00", 1_801_368_000, "2027-01-31T04:00:00Z"),
            ("2027-01-31t12:00:00.25z", 1_801_396_800, "2027-01-31T12:00:00Z"),
            ("1969-12-31T23:00:00-01:00", 0, "1970-01-01T00:00:00Z"),
            ("1969-12-31T23:59:59Z", -1, "1969-12-31T23:59:59Z"),
            ("0001-01-01T00:00:00Z", -62_135_596_800, "0001-01-01T00:00:00Z"),
        ])
    func times(text: String, seconds: Int64, printed: String) {
        #expect(Instant(rfc3339: text)?.epochSeconds == seconds)
        #expect(Instant(epochSeconds: seconds).description == printed)
    }

    @Test(
        "what is no time is not read",
        arguments: [
            "", "2027-01-31", "2027-02-29T00:00:00Z", "2027-13-01T00:00:00Z", "2027-01-31T24:00:00Z",
            "2027-01-31T12:60:00Z", "2027-01-31T12:00:60Z", "2027-01-31T12:00:00", "2027-01-31 12:00:00Z",
            "2027-01-31T12:00:00+8:00", "2027-01-31T12:00:00.Z", "2027-01-31T12:00:00Zx", "20270131T120000Z",
        ])
    func noTimes(text: String) {
        #expect(Instant(rfc3339: text) == nil)
    }

    @Test("every day of a leap cycle comes back")
    func days() {
        for day in stride(from: Int64(-800_000), through: 800_000, by: 37) {
            let instant = Instant(epochSeconds: day * 86_400)
            guard instant.day.utf8.count == 10, instant.day > "0001" else { continue }
            #expect(Instant(day: instant.day) == instant)
        }
    }

    @Test(
        "days that the calendar does not have are not read",
        arguments: [
            "2027-02-29", "2100-02-29", "2027-04-31", "2027-00-10", "2027-1-1", "2027-01-00", "0000-01-01",
        ])
    func noDays(text: String) {
        #expect(Instant(day: text) == nil)
    }
}

struct ExpiryTests {
    @Test("a day counts through its end in UTC")
    func day() throws {
        let expiry = try #require(Expiry(parsing: "2027-01-31"))
        let lastSecond = try #require(Instant(rfc3339: "2027-01-31T23:59:59Z"))
        #expect(!expiry.isPast(at: lastSecond))
        #expect(expiry.isPast(at: lastSecond.advanced(by: 1)))
        #expect(expiry.description == "2027-01-31")
    }

    @Test("a time counts up to it")
    func time() throws {
        let expiry = try #require(Expiry(parsing: "2027-01-31T12:00:00Z"))
        #expect(!expiry.isPast(at: expiry.end.advanced(by: -1)))
        #expect(expiry.isPast(at: expiry.end))
        #expect(expiry.description == "2027-01-31T12:00:00Z")
    }

    @Test(
        "what it prints reads back",
        arguments: ["2027-01-31", "2028-02-29", "2027-01-31T12:00:00Z", "2027-02-01T00:00:00Z"])
    func roundTrip(text: String) throws {
        let expiry = try #require(Expiry(parsing: text))
        #expect(Expiry(parsing: expiry.description) == expiry)
    }
}
