/// When a request is sent again, and after how long.
package struct RetryPolicy: Hashable, Sendable {
    /// How often one that only reads is sent at most.
    package var readAttempts = 5
    /// How often any other is sent at most.
    package var writeAttempts = 3
    /// The longest wait before the second attempt; it doubles with each one.
    package var firstBackoff = Duration.milliseconds(200)
    /// The longest wait of all, but for one that the server asks for.
    package var longestBackoff = Duration.seconds(20)
    /// The longest wait that a server is granted; where it asks for more, it gets this.
    package var longestRetryAfter = Duration.seconds(120)
    /// No attempt starts later than that after the first.
    package var patience = Duration.seconds(300)

    /// The usual one.
    package init() {}

    /// The bound of the wait before attempt `attempt + 1`.
    package func backoff(after attempt: Int) -> Duration {
        // 2^20 times any backoff is beyond every limit.
        min(longestBackoff, firstBackoff * (1 << min(max(attempt - 1, 0), 20)))
    }

    /// How often a request of that kind is sent at most.
    package func attempts(_ method: HTTPMethod) -> Int {
        method == .get || method == .head ? readAttempts : writeAttempts
    }
}

/// How long to wait: a time that the server asked for, and up to so much more by chance.
package struct RetryWait: Hashable, Sendable {
    /// What the server asked for.
    package var least: Duration
    /// The bound of what chance adds.
    package var jitter: Duration

    /// The two.
    package init(least: Duration = .zero, jitter: Duration) {
        self.least = least
        self.jitter = jitter
    }
}

/// ``fullJitter(upTo:using:)`` by the system's randomness.
package func systemJitter(_ bound: Duration) -> Duration {
    var generator = SystemRandomNumberGenerator()
    return fullJitter(upTo: bound, using: &generator)
}

/// A duration from none to `bound`, all equally likely: *full jitter*, which spreads those who failed together.
package func fullJitter(upTo bound: Duration, using generator: inout some RandomNumberGenerator) -> Duration {
    guard bound > .zero else { return .zero }
    let (seconds, attoseconds) = bound.components
    let nanoseconds = min(seconds, 1_000_000) * 1_000_000_000 + attoseconds / 1_000_000_000
    return .nanoseconds(Int64.random(in: 0...nanoseconds, using: &generator))
}
