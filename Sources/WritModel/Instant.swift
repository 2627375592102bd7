/// A moment in UTC, in whole seconds since 1970-01-01T00:00:00Z.
package struct Instant: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Whole seconds since 1970-01-01T00:00:00Z, negative before.
    package var epochSeconds: Int64

    package init(epochSeconds: Int64) {
        self.epochSeconds = epochSeconds
    }

    /// Midnight UTC at the start of a day of the proleptic Gregorian calendar; `nil` for no such day.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...12).contains(month), (1...9999).contains(year), day >= 1,
            day <= Instant.daysIn(month: month, year: year)
        else { return nil }
        self.epochSeconds = Instant.daysFromEpoch(year: year, month: month, day: day) * 86_400
    }

    /// Reads an RFC 3339 time such as `2027-01-31T12:00:00Z` or with an offset; fractions are cut off.
    package init?(rfc3339 text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, let day = Instant(dayPrefixOf: bytes),
            bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: "t"),
            let hour = number(bytes, 11, 2), bytes[13] == UInt8(ascii: ":"),
            let minute = number(bytes, 14, 2), bytes[16] == UInt8(ascii: ":"),
            let second = number(bytes, 17, 2), hour < 24, minute < 60, second < 60
        else { return nil }
        var rest = 19
        if bytes[rest] == UInt8(ascii: ".") {
            rest += 1
            let digits = bytes[rest...].prefix { (0x30...0x39).contains($0) }.count
            guard digits > 0 else { return nil }
            rest += digits
        }
        guard let offset = offsetSeconds(bytes, from: rest) else { return nil }
        self.epochSeconds = day.epochSeconds + Int64(hour * 3600 + minute * 60 + second - offset)
    }

    /// Reads a day such as `2027-01-31` as midnight UTC at its start.
    package init?(day text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, let day = Instant(dayPrefixOf: bytes) else { return nil }
        self = day
    }

    private init?(dayPrefixOf bytes: [UInt8]) {
        guard bytes.count >= 10, let year = number(bytes, 0, 4), bytes[4] == UInt8(ascii: "-"),
            let month = number(bytes, 5, 2), bytes[7] == UInt8(ascii: "-"),
            let day = number(bytes, 8, 2)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The moment `seconds` later.
    package func advanced(by seconds: Int64) -> Instant {
        Instant(epochSeconds: epochSeconds + seconds)
    }

    /// `2027-01-31T12:00:00Z`.
    package var description: String {
        let second = Int(epochSeconds - dayNumber * 86_400)
        return "\(day)T\(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2))Z"
    }

    /// `2027-01-31`, the day in UTC.
    package var day: String {
        let (year, month, day) = Instant.civil(fromDays: dayNumber)
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    package static func < (a: Instant, b: Instant) -> Bool { a.epochSeconds < b.epochSeconds }

    private var dayNumber: Int64 {
        epochSeconds >= 0 ? epochSeconds / 86_400 : -((-epochSeconds + 86_399) / 86_400)
    }

    private static func daysIn(month: Int, year: Int) -> Int {
        if month == 2 {
            return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        }
        return [4, 6, 9, 11].contains(month) ? 30 : 31
    }

    /// Days since the epoch by the era arithmetic of Howard Hinnant's `days_from_civil`.
    private static func daysFromEpoch(year: Int, month: Int, day: Int) -> Int64 {
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return Int64(era * 146_097 + dayOfEra - 719_468)
    }

    private static func civil(fromDays days: Int64) -> (year: Int, month: Int, day: Int) {
        let z = Int(days) + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let mp = (5 * dayOfYear + 2) / 153
        let month = mp < 10 ? mp + 3 : mp - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * mp + 2) / 5 + 1)
    }
}

private func number(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int? {
    guard start + count <= bytes.count else { return nil }
    var value = 0
    for byte in bytes[start..<start + count] {
        guard (0x30...0x39).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 0x30)
    }
    return value
}

/// The offset in seconds east of UTC that starts at `start` and ends the text.
private func offsetSeconds(_ bytes: [UInt8], from start: Int) -> Int? {
    guard start < bytes.count else { return nil }
    switch bytes[start] {
    case UInt8(ascii: "Z"), UInt8(ascii: "z"):
        return start + 1 == bytes.count ? 0 : nil
    case UInt8(ascii: "+"), UInt8(ascii: "-"):
        guard start + 6 == bytes.count, let hours = number(bytes, start + 1, 2),
            bytes[start + 3] == UInt8(ascii: ":"), let minutes = number(bytes, start + 4, 2),
            hours < 24, minutes < 60
        else { return nil }
        let offset = hours * 3600 + minutes * 60
        return bytes[start] == UInt8(ascii: "+") ? offset : -offset
    default:
        return nil
    }
}

private func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
