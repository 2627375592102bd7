/// When requests may start: so many a second, so many at once after a rest.
///
/// It keeps the moment at which it would be full again instead of a number of tokens (the generic cell rate algorithm):
/// whole nanoseconds, nothing to refill, and waiting requests are let through one after another.
package struct TokenBucket: Hashable, Sendable {
    private let interval: Duration
    private let burst: Int
    private var full = Duration.zero
    private var closedUntil = Duration.zero

    /// - Parameters:
    ///   - perSecond: how many requests in the long run, at least 1.
    ///   - burst: how many at once after a rest, at least 1. With 1 no second ever has more than `perSecond` of them.
    package init(perSecond: Int, burst: Int) {
        precondition(perSecond >= 1 && burst >= 1, "an endpoint that may not be asked is no endpoint")
        // Rounded up: rather a nanosecond too slow.
        interval = .nanoseconds((1_000_000_000 + perSecond - 1) / perSecond)
        self.burst = burst
    }

    /// Takes the next turn; how long to wait for it.
    package mutating func take(at now: Duration) -> Duration {
        let earliest = max(now, closedUntil)
        full = max(full, earliest) + interval
        return max(full - interval * burst, earliest) - now
    }

    /// Lets nothing start before `moment`. Turns that were taken before are to be taken again.
    package mutating func close(until moment: Duration) {
        closedUntil = max(closedUntil, moment)
    }

    /// Whether nothing may start at `now`, whatever turn it has.
    package func isClosed(at now: Duration) -> Bool { now < closedUntil }
}
