internal import Synchronization

/// How often endpoints are asked: one token bucket for each, shared by all who ask.
package final class RateBudget: Sendable {
    private let perSecond: Int
    private let burst: Int
    private let clock: any HTTPClock
    private let buckets = Mutex<[Endpoint: TokenBucket]>([:])

    /// At most `perSecond` requests in any second for each endpoint, unless `burst` allows more after a rest.
    package init(perSecond: Int = 4, burst: Int = 1, clock: any HTTPClock) {
        self.perSecond = perSecond
        self.burst = burst
        self.clock = clock
    }

    /// Waits until a request may start.
    func wait(for endpoint: Endpoint) async throws(CancellationError) {
        repeat {
            let wait = withBucket(endpoint) { $0.take(at: clock.elapsed()) }
            if wait > .zero { try await clock.sleep(for: wait) }
            if Task.isCancelled { throw CancellationError() }
            // Closed in the meantime: everybody takes a new turn, else all would start at once.
        } while withBucket(endpoint) { $0.isClosed(at: clock.elapsed()) }
    }

    /// Lets nobody ask for that long, which the endpoint wants.
    func close(_ endpoint: Endpoint, for duration: Duration) {
        withBucket(endpoint) { $0.close(until: clock.elapsed() + duration) }
    }

    private func withBucket<Result: Sendable>(
        _ endpoint: Endpoint, _ body: (inout TokenBucket) -> Result
    ) -> Result {
        buckets.withLock { buckets in
            body(&buckets[endpoint, default: TokenBucket(perSecond: perSecond, burst: burst)])
        }
    }
}
