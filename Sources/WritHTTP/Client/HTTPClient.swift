internal import Synchronization

/// Sends requests as often as is safe and useful, at the pace that their endpoints allow.
package final class HTTPClient: Sendable {
    private let transport: any HTTPTransport
    private let signer: (any RequestSigner)?
    private let policy: RetryPolicy
    private let rates: RateBudget
    private let retries: Mutex<RetryBudget>
    private let clock: any HTTPClock
    private let jitter: @Sendable (Duration) -> Duration

    /// - Parameters:
    ///   - signer: signs each attempt anew, as signatures are good for minutes only.
    ///   - rates: shared by all clients that ask the same endpoints.
    ///   - jitter: a duration from none to the one it gets, by chance: ``systemJitter(_:)``.
    package init(
        _ transport: any HTTPTransport, signer: (any RequestSigner)? = nil,
        policy: RetryPolicy = RetryPolicy(), budget: RetryBudget = RetryBudget(), rates: RateBudget,
        clock: any HTTPClock, jitter: @escaping @Sendable (Duration) -> Duration
    ) {
        self.transport = transport
        self.signer = signer
        self.policy = policy
        self.rates = rates
        self.retries = Mutex(budget)
        self.clock = clock
        self.jitter = jitter
    }

    /// The answer to the last attempt, whatever its status is.
    ///
    /// - Throws: ``HTTPError``, with what all attempts together may have done.
    package func send(_ request: HTTPRequest) async throws(HTTPError) -> HTTPResponse {
        let start = clock.elapsed()
        var earlier = Effect.none
        var attempt = 1
        while true {
            let result = await send(once: request, attempt: attempt, earlier: earlier)
            let outcome = outcome(of: result)
            let state = AttemptState(
                method: request.method, isRepeatable: request.isRepeatable, attempt: attempt,
                elapsed: clock.elapsed() - start)
            closeIfAsked(request.endpoint, outcome)
            earn(outcome)
            guard let wait = decideRetry(after: outcome, state, policy: policy),
                retries.withLock({ $0.take() })
            else { return try result.get() }
            if outcome.mayHaveWorked { earlier = .unknown }
            do {
                try await clock.sleep(for: wait.least + jitter(wait.jitter))
            } catch {
                throw cancelled(request, attempts: attempt, effect: earlier)
            }
            attempt += 1
        }
    }

    private func send(
        once request: HTTPRequest, attempt: Int, earlier: Effect
    ) async -> Result<HTTPResponse, HTTPError> {
        do {
            try await rates.wait(for: request.endpoint)
        } catch {
            return .failure(cancelled(request, attempts: attempt - 1, effect: earlier))
        }
        let signed = signer?.sign(request, at: clock.now()) ?? request
        do throws(HTTPError) {
            var response = try await transport.send(signed)
            response.attempts = attempt
            response.earlierEffect = earlier
            return .success(response)
        } catch {
            var error = error
            error.attempts = attempt
            if earlier == .unknown { error.effect = .unknown }
            return .failure(error)
        }
    }

    private func outcome(of result: Result<HTTPResponse, HTTPError>) -> AttemptOutcome {
        switch result {
        case .success(let response):
            let now = clock.now()
            return .answered(
                status: response.status,
                retryAfter: response.headers["retry-after"].flatMap { parseRetryAfter($0, now: now) })
        case .failure(let error): return .failed(error.reason, error.effect)
        }
    }

    /// What one request is told holds for all: the limit is the account's or the address's.
    private func closeIfAsked(_ endpoint: Endpoint, _ outcome: AttemptOutcome) {
        guard case .answered(let status, let retryAfter?) = outcome, status == 429 || status == 503 else {
            return
        }
        rates.close(endpoint, for: min(retryAfter, policy.longestRetryAfter))
    }

    private func earn(_ outcome: AttemptOutcome) {
        guard case .answered(let status, _) = outcome, status < 500, status != 429 else { return }
        retries.withLock { $0.earn() }
    }

    private func cancelled(_ request: HTTPRequest, attempts: Int, effect: Effect) -> HTTPError {
        var error = HTTPError(.cancelled, request, effect: effect)
        error.attempts = attempts
        return error
    }
}

extension AttemptOutcome {
    /// Whether the request may have done its work.
    fileprivate var mayHaveWorked: Bool {
        switch self {
        case .answered(let status, _): status != 429
        case .failed(_, let effect): effect == .unknown
        }
    }
}
