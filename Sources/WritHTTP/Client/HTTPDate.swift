package import WritModel

/// Reads a date of HTTP in any of its three forms: `Sun, 06 Nov 1994 08:49:37 GMT`, and the obsolete
/// `Sunday, 06-Nov-94 08:49:37 GMT` and `Sun Nov  6 08:49:37 1994`. Source: RFC 9110, §5.6.7.
///
/// - Parameter now: a year of two digits is the latest that is not more than 50 years after this.
package func parseHTTPDate(_ text: String, now: Instant) -> Instant? {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    if parts.count == 6, parts[5] == "GMT", parts[0].utf8.count == 4, dayNames.contains(parts[0]) {
        return moment(day: digits(parts[1], 2), month: parts[2], year: digits(parts[3], 4), time: parts[4])
    }
    if parts.count == 4, parts[3] == "GMT", longDayNames.contains(parts[0]) {
        let date = parts[1].split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        guard date.count == 3, let short = digits(date[2], 2) else { return nil }
        return moment(day: digits(date[0], 2), month: date[1], year: fullYear(short, now), time: parts[2])
    }
    let words = parts.filter { !$0.isEmpty }
    guard words.count == 5, text.utf8.count == 24, dayNames.contains(words[0] + ",") else { return nil }
    return moment(
        day: digits(words[2], words[2].utf8.count), month: words[1], year: digits(words[4], 4), time: words[3]
    )
}

private let dayNames = ["Mon,", "Tue,", "Wed,", "Thu,", "Fri,", "Sat,", "Sun,"]
private let longDayNames = [
    "Monday,", "Tuesday,", "Wednesday,", "Thursday,", "Friday,", "Saturday,", "Sunday,",
]
private let monthNames = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
]

private func moment(day: Int?, month: String, year: Int?, time: String) -> Instant? {
    let clock = time.split(separator: ":", omittingEmptySubsequences: false).map { digits(String($0), 2) }
    guard clock.count == 3, let hour = clock[0], let minute = clock[1], let second = clock[2],
        // 60 is a leap second.
        hour < 24, minute < 60, second <= 60,
        let month = monthNames.firstIndex(of: month), let day, let year,
        let midnight = Instant(year: year, month: month + 1, day: day)
    else { return nil }
    return midnight.advanced(by: Int64(hour * 3600 + minute * 60 + second))
}

private func fullYear(_ short: Int, _ now: Instant) -> Int? {
    guard let current = Int(now.day.prefix(4)) else { return nil }
    let latest = current + 50
    return latest - (latest - short) % 100
}

private func digits(_ text: String, _ count: Int) -> Int? {
    guard text.utf8.count == count, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(text)
}
