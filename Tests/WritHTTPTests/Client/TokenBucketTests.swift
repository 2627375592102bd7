import Testing

@testable import WritHTTP

/// When requests may start.
@Suite struct TokenBucketTests {
    private func milliseconds(_ count: Int) -> Duration { .milliseconds(count) }

    @Test func `one after another, evenly`() {
        var bucket = TokenBucket(perSecond: 4, burst: 1)
        #expect((0..<5).map { _ in bucket.take(at: .zero) } == [0, 250, 500, 750, 1000].map(milliseconds))
        // 1250 is free again.
        let later = [milliseconds(1300), milliseconds(1300), .seconds(100)].map { bucket.take(at: $0) }
        #expect(later == [.zero, milliseconds(250), .zero])
    }

    @Test func `a rest is worth a burst, and no more`() {
        var bucket = TokenBucket(perSecond: 10, burst: 3)
        #expect((0..<5).map { _ in bucket.take(at: .zero) } == [0, 0, 0, 100, 200].map(milliseconds))
        #expect((0..<5).map { _ in bucket.take(at: .seconds(60)) } == [0, 0, 0, 100, 200].map(milliseconds))
    }

    @Test(arguments: [1, 3, 4, 7, 60, 1000]) func `no second has more than it may`(_ perSecond: Int) {
        var bucket = TokenBucket(perSecond: perSecond, burst: 1)
        var now = Duration.zero
        var starts: [Duration] = []
        for turn in 0..<(5 * perSecond + 20) {
            // Rests now and then.
            if turn % 7 == 0 { now += .milliseconds(turn) }
            now += bucket.take(at: now)
            starts.append(now)
        }
        for start in starts {
            #expect(starts.count { $0 >= start && $0 < start + .seconds(1) } <= perSecond)
        }
    }

    @Test func `a closed bucket opens evenly`() {
        var bucket = TokenBucket(perSecond: 4, burst: 1)
        _ = bucket.take(at: .zero)
        bucket.close(until: .seconds(10))
        #expect(bucket.isClosed(at: milliseconds(9999)))
        #expect(!bucket.isClosed(at: .seconds(10)))
        #expect((0..<3).map { _ in bucket.take(at: .seconds(1)) } == [9000, 9250, 9500].map(milliseconds))
        // It is never opened earlier.
        bucket.close(until: .seconds(5))
        #expect(bucket.isClosed(at: .seconds(9)))
    }

    @Test func `with a burst it opens no earlier`() {
        var bucket = TokenBucket(perSecond: 4, burst: 3)
        bucket.close(until: .seconds(10))
        #expect(
            (0..<4).map { _ in bucket.take(at: .zero) } == [10_000, 10_000, 10_000, 10_250].map(milliseconds))
    }
}
