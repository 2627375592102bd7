internal import Glibc
package import WritModel

/// Time, and waiting for it to pass.
package protocol HTTPClock: Sendable {
    /// The time of day, for signatures and dates in answers.
    func now() -> Instant
    /// Time since some moment, which nobody sets back.
    func elapsed() -> Duration
    /// Waits; ends early, with an error, when the task is cancelled.
    func sleep(for duration: Duration) async throws(CancellationError)
}

/// The system's clock.
package struct SystemClock: HTTPClock {
    private let start = ContinuousClock.now

    /// The system's clock.
    package init() {}

    package func now() -> Instant { Instant(epochSeconds: Int64(time(nil))) }

    package func elapsed() -> Duration { ContinuousClock.now - start }

    package func sleep(for duration: Duration) async throws(CancellationError) {
        do {
            try await Task.sleep(for: duration)
        } catch {
            throw CancellationError()
        }
    }
}
