/// The moment from which an attachment no longer counts.
///
/// A day counts through its end in UTC: `2027-01-31` is the moment `2027-02-01T00:00:00Z`.
package struct Expiry: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The first moment at which the attachment is expired.
    package var end: Instant

    package init(end: Instant) {
        self.end = end
    }

    /// Reads a day or a full RFC 3339 time.
    package init?(parsing text: String) {
        if let day = Instant(day: text) {
            self.end = day.advanced(by: 86_400)
        } else if let instant = Instant(rfc3339: text) {
            self.end = instant
        } else {
            return nil
        }
    }

    /// Whether the attachment no longer counts at `moment`.
    package func isPast(at moment: Instant) -> Bool { moment >= end }

    /// The form that ``init(parsing:)`` reads: the last day, or the time where it is not midnight.
    package var description: String {
        end.epochSeconds % 86_400 == 0 ? end.advanced(by: -86_400).day : end.description
    }

    package static func < (a: Expiry, b: Expiry) -> Bool { a.end < b.end }
}
