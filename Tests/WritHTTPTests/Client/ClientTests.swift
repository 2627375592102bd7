import Synchronization
import Testing
import WritModel

@testable import WritHTTP

/// The client over a transport that does what it is told, on a clock that does not wait.
@Suite struct ClientTests {
    private let endpoint = (try? Endpoint(parsing: "https://iam.example.test")).map { $0 }
    private let clock = ManualClock()

    /// A client whose chance always gives the most.
    private func client(
        _ transport: any HTTPTransport, signer: (any RequestSigner)? = nil,
        budget: RetryBudget = RetryBudget(),
        clock: ManualClock? = nil
    ) -> HTTPClient {
        let clock = clock ?? self.clock
        return HTTPClient(
            transport, signer: signer, budget: budget, rates: RateBudget(perSecond: 1000, clock: clock),
            clock: clock, jitter: { $0 })
    }

    private func request(
        _ method: HTTPMethod, _ repetition: Repetition = .asMethod
    ) throws -> HTTPRequest {
        HTTPRequest(method, try #require(endpoint), "/v3/users", repetition: repetition)
    }

    @Test func `503 and then 200 is 200`() async throws {
        let transport = ScriptedTransport([.status(503), .status(503)], clock: clock)
        let answer = try await client(transport).send(request(.get))
        #expect((answer.status, answer.attempts, answer.earlierEffect) == (200, 3, .unknown))
        // 200 ms, then 400: the bounds, as chance gives the most.
        #expect(transport.times == [.zero, .milliseconds(200), .milliseconds(600)])
    }

    @Test func `the last answer is the caller's`() async throws {
        let transport = ScriptedTransport(Array(repeating: .status(503), count: 9), clock: clock)
        let answer = try await client(transport).send(request(.get))
        #expect((answer.status, answer.attempts) == (503, 5))
        #expect(transport.requests.count == 5)
    }

    @Test func `Retry-After is waited for, and holds for the whole endpoint`() async throws {
        let transport = ScriptedTransport([.status(429, ["Retry-After": "7"])], clock: clock)
        let client = client(transport)
        let answer = try await client.send(request(.post))
        #expect((answer.status, answer.attempts, answer.earlierEffect) == (200, 2, .none))
        #expect(transport.times == [.zero, .milliseconds(7200)])
        // A request that gives up shuts the endpoint for the next one.
        let second = ScriptedTransport([.status(503, ["retry-after": "9"]), .status(200)], clock: self.clock)
        let rates = RateBudget(perSecond: 1000, clock: clock)
        let other = HTTPClient(second, rates: rates, clock: clock, jitter: { $0 })
        let start = clock.elapsed()
        #expect(try await other.send(request(.post)).status == 503)
        #expect(try await other.send(request(.get)).status == 200)
        #expect(second.times == [start, start + .seconds(9)])
    }

    @Test func `a date in Retry-After counts from now, and a long wait is cut`() async throws {
        let clock = ManualClock(start: try #require(Instant(rfc3339: "1994-11-06T08:49:30Z")))
        let transport = ScriptedTransport(
            [
                .status(429, ["Retry-After": "Sun, 06 Nov 1994 08:49:37 GMT"]),
                .status(429, ["Retry-After": "100000"]),
            ], clock: clock)
        _ = try await client(transport, clock: clock).send(request(.get))
        #expect(transport.times == [.zero, .milliseconds(7200), .milliseconds(127_600)])
    }

    @Test func `a creation whose outcome nobody knows is sent once`() async throws {
        for reason in [HTTPError.Reason.connectionLost, .deadline(.seconds(30))] {
            let transport = ScriptedTransport([.failure(reason, .unknown)], clock: clock)
            let error = await #expect(throws: HTTPError.self) {
                try await client(transport).send(request(.post))
            }
            #expect((error?.reason, error?.effect, error?.attempts) == (reason, .unknown, 1))
            #expect(transport.requests.count == 1)
        }
        for status in [500, 502, 503, 504, 408] {
            let transport = ScriptedTransport([.status(status)], clock: clock)
            #expect(try await client(transport).send(request(.post)).status == status)
            #expect(transport.requests.count == 1)
        }
    }

    @Test func `a creation that was never sent is sent again`() async throws {
        let transport = ScriptedTransport([.failure(.cannotConnect(host: "h"), .none)], clock: clock)
        let answer = try await client(transport).send(request(.post))
        #expect((answer.status, answer.attempts, answer.earlierEffect) == (200, 2, .none))
    }

    @Test func `an error says what all attempts may have done`() async throws {
        let transport = ScriptedTransport(
            [.failure(.connectionLost, .unknown), .failure(.certificate(.expired), .none)], clock: clock)
        let error = await #expect(throws: HTTPError.self) {
            try await client(transport).send(request(.post, .declaredSafe))
        }
        #expect((error?.attempts, error?.effect, error?.reason) == (2, .unknown, .certificate(.expired)))
        #expect(error?.description.contains("2 attempts; it may have been done") == true)
    }

    @Test func `an answer says what earlier attempts may have done`() async throws {
        let transport = ScriptedTransport([.failure(.connectionLost, .unknown), .status(404)], clock: clock)
        let answer = try await client(transport).send(request(.delete))
        #expect((answer.status, answer.earlierEffect) == (404, .unknown))
    }

    @Test func `each attempt is signed anew`() async throws {
        struct Stamp: RequestSigner {
            func sign(_ request: HTTPRequest, at now: Instant) -> HTTPRequest {
                var request = request
                request.headers.set("X-Stamp", now.description)
                return request
            }
        }
        let transport = ScriptedTransport([.status(503, ["Retry-After": "60"])], clock: clock)
        _ = try await client(transport, signer: Stamp()).send(request(.get))
        #expect(
            transport.requests.map { $0.headers["X-Stamp"] } == [
                "2023-11-14T22:13:20Z", "2023-11-14T22:14:20Z",
            ])
        #expect(transport.requests.map { $0.headers.all("X-Stamp").count } == [1, 1])
    }

    @Test func `a store in trouble is not asked many times as much`() async throws {
        let transport = ScriptedTransport(Array(repeating: .status(503), count: 1000), clock: clock)
        let client = client(transport, budget: RetryBudget(retries: 6, refund: 200))
        for _ in 0..<100 { _ = try await client.send(request(.get)) }
        #expect(transport.requests.count == 106)
    }

    @Test func `a task that is cancelled while it waits ends`() async throws {
        let clock = ManualClock(isEnding: true)
        let transport = ScriptedTransport([.failure(.connectionLost, .unknown)], clock: clock)
        let error = await #expect(throws: HTTPError.self) {
            try await client(transport, clock: clock).send(request(.get))
        }
        #expect((error?.reason, error?.effect, error?.attempts) == (.cancelled, .unknown, 1))
        let turn = RateBudget(perSecond: 1, clock: clock)
        let slow = HTTPClient(transport, rates: turn, clock: clock, jitter: { $0 })
        _ = try await slow.send(request(.get))
        let second = await #expect(throws: HTTPError.self) { try await slow.send(request(.post)) }
        #expect((second?.reason, second?.effect, second?.attempts) == (.cancelled, Effect.none, 0))
        #expect(transport.requests.count == 2)
    }

    @Test func `four requests a second for each endpoint, whoever asks`() async throws {
        let transport = ScriptedTransport([], clock: clock)
        let rates = RateBudget(clock: clock)
        let first = HTTPClient(transport, rates: rates, clock: clock, jitter: { $0 })
        let second = HTTPClient(transport, rates: rates, clock: clock, jitter: { $0 })
        for _ in 0..<5 {
            _ = try await first.send(request(.get))
            _ = try await second.send(request(.get))
        }
        #expect(transport.times == (0..<10).map { .milliseconds(250 * $0) })
        let other = HTTPRequest(.get, try Endpoint(parsing: "https://sts.example.test"), "/v5")
        let start = clock.elapsed()
        _ = try await first.send(other)
        #expect(transport.times.last == start)
    }

    @Test func `the client over the wire`() async throws {
        let server = try FaultyServer.shared.get()
        let transport = try #require(CurlTransport(server.settings))
        let client = client(transport)
        let local = try server.endpoint("plain")
        let flaky = try #require(("/flaky/2/3" as RequestPath).appending(freshWord()))
        let answer = try await client.send(HTTPRequest(.get, local, flaky))
        #expect((text(answer.body), answer.attempts) == ("at last", 3))
        #expect(clock.elapsed() >= .seconds(6))
        let word = freshWord()
        let lost = try #require(("/lost/9" as RequestPath).appending(word))
        await #expect(throws: HTTPError.self) { try await client.send(HTTPRequest(.post, local, lost)) }
        #expect(try await server.requests(word).count == 1)
        let again = freshWord()
        let dropped = try #require(("/drop" as RequestPath).appending(again))
        // On connections of its own: on one that was used before, libcurl repeats such a request by itself.
        let fresh = self.client(try #require(CurlTransport(server.settings)))
        await #expect(throws: HTTPError.self) {
            try await fresh.send(HTTPRequest(.post, local, dropped, repetition: .declaredSafe))
        }
        #expect(try await server.requests(again).count == 3)
    }
}
