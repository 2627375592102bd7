package import WritModel

/// The wait that a header `Retry-After` asks for: a number of seconds, or the time until a date; `nil` for anything
/// else. Source: RFC 9110, §10.2.3.
package func parseRetryAfter(_ text: String, now: Instant) -> Duration? {
    if !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
        // A number that does not fit is a long time.
        return .seconds(min(Int64(text) ?? .max, 1_000_000_000))
    }
    guard let date = parseHTTPDate(text, now: now) else { return nil }
    return .seconds(max(0, date.epochSeconds - now.epochSeconds))
}
