import Testing
import WritModel

@testable import WritHTTP

/// What is sent again, and after how long.
@Suite struct RetryTests {
    private func decide(
        _ outcome: AttemptOutcome, _ method: HTTPMethod = .get, isRepeatable: Bool? = nil, attempt: Int = 1,
        elapsed: Duration = .zero
    ) -> RetryWait? {
        decideRetry(
            after: outcome,
            AttemptState(
                method: method, isRepeatable: isRepeatable ?? method.isIdempotent, attempt: attempt,
                elapsed: elapsed),
            policy: RetryPolicy())
    }

    @Test func `which answers are asked for again`() {
        for status in 100...599 {
            let answer = AttemptOutcome.answered(status: status, retryAfter: nil)
            let isPassing = [408, 429, 500, 502, 503, 504].contains(status)
            #expect((decide(answer, .get) != nil) == isPassing, "\(status)")
            #expect((decide(answer, .delete) != nil) == isPassing, "\(status)")
            #expect((decide(answer, .post, isRepeatable: true) != nil) == isPassing, "\(status)")
            // 429 says that nothing was done; nothing else does.
            #expect((decide(answer, .post) != nil) == (status == 429), "\(status)")
            #expect((decide(answer, .put, isRepeatable: false) != nil) == (status == 429), "\(status)")
        }
    }

    @Test(arguments: [
        (HTTPError.Reason.cannotResolve(host: "h"), true), (.cannotConnect(host: "h"), true),
        (.connectDeadline(.seconds(5)), true), (.deadline(.seconds(30)), true), (.connectionLost, true),
        (.invalidRequest("x"), false), (.certificate(.expired), false), (.certificate(.notTrusted), false),
        (.tls, false), (.authoritiesUnreadable(file: "f"), false), (.proxyRefused, false),
        (.headTooLarge(limit: 1), false), (.bodyTooLarge(limit: 1), false), (.malformed, false),
        (.redirect(status: 301, host: "h"), false), (.cancelled, false), (.transfer("x"), false),
    ])
    func `which failures`(_ reason: HTTPError.Reason, _ isPassing: Bool) {
        #expect((decide(.failed(reason, .none), .post) != nil) == isPassing)
        #expect((decide(.failed(reason, .unknown), .get) != nil) == isPassing)
        #expect(decide(.failed(reason, .unknown), .post) == nil)
        #expect((decide(.failed(reason, .unknown), .post, isRepeatable: true) != nil) == isPassing)
    }

    @Test func `how often`() {
        let answer = AttemptOutcome.answered(status: 503, retryAfter: nil)
        #expect((1...9).map { decide(answer, .get, attempt: $0) != nil }.count { $0 } == 4)
        #expect((1...9).map { decide(answer, .head, attempt: $0) != nil }.count { $0 } == 4)
        #expect((1...9).map { decide(answer, .put, attempt: $0) != nil }.count { $0 } == 2)
        #expect(
            (1...9).map { decide(answer, .post, isRepeatable: true, attempt: $0) != nil }.count { $0 } == 2)
    }

    @Test func `how long`() {
        func wait(_ retryAfter: Duration?, _ elapsed: Duration = .zero) -> RetryWait? {
            decide(.answered(status: 503, retryAfter: retryAfter), elapsed: elapsed)
        }
        #expect(wait(nil) == RetryWait(jitter: .milliseconds(200)))
        #expect(wait(.seconds(5)) == RetryWait(least: .seconds(5), jitter: .milliseconds(200)))
        #expect(wait(.seconds(120))?.least == .seconds(120))
        #expect(wait(.seconds(121))?.least == .seconds(120))
        #expect(wait(.seconds(5), .seconds(295)) != nil)
        #expect(wait(.seconds(5), .seconds(296)) == nil)
        #expect(wait(nil, .seconds(301)) == nil)
    }

    @Test func `backoff doubles up to its bound`() {
        let policy = RetryPolicy()
        #expect(
            (1...9).map(policy.backoff)
                == [200, 400, 800, 1600, 3200, 6400, 12_800, 20_000, 20_000].map {
                    .milliseconds($0)
                })
        #expect(policy.backoff(after: 1000) == .seconds(20))
        #expect(policy.backoff(after: 0) == .milliseconds(200))
    }

    @Test func `full jitter is all of it, evenly`() {
        struct Sequence: RandomNumberGenerator {
            var state: UInt64 = 1
            mutating func next() -> UInt64 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return state
            }
        }
        var generator = Sequence()
        var tenths = [Int](repeating: 0, count: 10)
        for _ in 0..<10_000 {
            let wait = fullJitter(upTo: .milliseconds(200), using: &generator)
            #expect(wait >= .zero && wait <= .milliseconds(200))
            tenths[min(9, Int(wait / .milliseconds(20)))] += 1
        }
        #expect(tenths.allSatisfy { (850...1150).contains($0) }, "\(tenths)")
        #expect(fullJitter(upTo: .zero, using: &generator) == .zero)
        #expect(fullJitter(upTo: .seconds(-1), using: &generator) == .zero)
        #expect(fullJitter(upTo: .nanoseconds(1), using: &generator) <= .nanoseconds(1))
    }

    @Test func `the system's clock goes on, and its chance is chance`() async {
        let clock = SystemClock()
        let start = clock.elapsed()
        #expect(start >= .zero)
        #expect(clock.now() > Instant(epochSeconds: 1_700_000_000))
        let sleeping = Task {
            do throws(CancellationError) {
                try await clock.sleep(for: .seconds(3600))
                return false
            } catch {
                return true
            }
        }
        sleeping.cancel()
        #expect(await sleeping.value)
        #expect(clock.elapsed() >= start)
        let waits = Set((0..<100).map { _ in systemJitter(.seconds(1)) })
        #expect(waits.count > 90)
        #expect(waits.allSatisfy { $0 >= .zero && $0 <= .seconds(1) })
    }

    @Test func `the budget is spent by retries and earned by answers`() {
        var budget = RetryBudget(retries: 2, refund: 500)
        func take(_ count: Int) -> [Bool] { (0..<count).map { _ in budget.take() } }
        #expect(take(3) == [true, true, false])
        budget.earn()
        #expect(take(1) == [false])
        budget.earn()
        #expect(take(2) == [true, false])
        for _ in 0..<100 { budget.earn() }
        #expect(take(5) == [true, true, false, false, false])
    }
}
