import Testing
import WritModel

@testable import WritHTTP

/// Dates of HTTP, and waits that servers ask for.
@Suite struct DateTests {
    private let now = Instant(rfc3339: "1994-11-06T08:49:30Z") ?? Instant(epochSeconds: 0)

    @Test(arguments: [
        ("Sun, 06 Nov 1994 08:49:37 GMT", "1994-11-06T08:49:37Z"),
        ("Sunday, 06-Nov-94 08:49:37 GMT", "1994-11-06T08:49:37Z"),
        ("Sun Nov  6 08:49:37 1994", "1994-11-06T08:49:37Z"),
        ("Wed Nov 16 08:49:37 1994", "1994-11-16T08:49:37Z"),
        ("Sat, 31 Dec 2016 23:59:60 GMT", "2017-01-01T00:00:00Z"),
        ("Saturday, 06-Nov-44 08:49:37 GMT", "2044-11-06T08:49:37Z"),
        ("Monday, 06-Nov-45 08:49:37 GMT", "1945-11-06T08:49:37Z"),
    ]) func `three forms are read`(_ text: String, _ moment: String) {
        #expect(parseHTTPDate(text, now: now)?.description == moment)
    }

    @Test(arguments: [
        "", "1994-11-06T08:49:37Z", "Sun, 06 Nov 1994 08:49:37", "Sun, 06 Nov 1994 08:49:37 CET",
        "Sun, 6 Nov 1994 08:49:37 GMT", "Sun, 06 nov 1994 08:49:37 GMT", "Sun, 31 Feb 1994 08:49:37 GMT",
        "Sun, 06 Nov 1994 24:00:00 GMT", "Sun, 06 Nov 1994 08:60:00 GMT", "Sun, 06 Nov 1994 08:49:61 GMT",
        "Sun, 06 Nov 94 08:49:37 GMT", "Xxx, 06 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49 GMT",
        "Sunday, 06-Nov-1994 08:49:37 GMT", "Sun Nov 06 08:49:37 1994 GMT", "Sun, 06 Nov 1994 -8:49:37 GMT",
        "Sun Nov 6 08:49:37 1994",
    ]) func `nothing else is`(_ text: String) {
        #expect(parseHTTPDate(text, now: now) == nil)
    }

    @Test(arguments: [
        ("0", 0), ("7", 7), ("007", 7), ("3600", 3600), ("99999999999999999999999999", 1_000_000_000),
        ("Sun, 06 Nov 1994 08:49:37 GMT", 7), ("Sun, 06 Nov 1994 08:49:00 GMT", 0),
        ("Sun Nov  6 08:50:30 1994", 60),
    ]) func `seconds and dates`(_ text: String, _ seconds: Int) {
        #expect(parseRetryAfter(text, now: now) == .seconds(seconds))
    }

    @Test(arguments: ["", " 7", "-7", "+7", "7s", "1.5", "soon", "0x10"]) func `a wait that is none`(
        _ text: String
    ) {
        #expect(parseRetryAfter(text, now: now) == nil)
    }
}
