/// How one attempt ended.
package enum AttemptOutcome: Hashable, Sendable {
    /// With an answer.
    case answered(status: Int, retryAfter: Duration?)
    /// Without one that can be used.
    case failed(HTTPError.Reason, Effect)
}

/// Which request, and how far it has come.
package struct AttemptState: Hashable, Sendable {
    /// What it asks for.
    package var method: HTTPMethod
    /// Whether it may be sent again when nobody knows what became of it.
    package var isRepeatable: Bool
    /// The attempt that has just ended; the first is 1.
    package var attempt: Int
    /// How long ago the first one started.
    package var elapsed: Duration

    /// All of it.
    package init(method: HTTPMethod, isRepeatable: Bool, attempt: Int, elapsed: Duration) {
        self.method = method
        self.isRepeatable = isRepeatable
        self.attempt = attempt
        self.elapsed = elapsed
    }
}

/// How long to wait before the request is sent again; `nil` if it is not.
///
/// Sent again is what may succeed the next time and
/// - certainly did nothing: no connection, or an answer of 429, by which a server refuses before it works; or
/// - may be done twice: it is repeatable, and the connection broke off, took too long, or the server failed (500, 502,
///   503, 504) or lost patience (408).
///
/// Every other answer is the caller's to read.
package func decideRetry(
    after outcome: AttemptOutcome, _ state: AttemptState, policy: RetryPolicy
) -> RetryWait? {
    guard state.attempt < policy.attempts(state.method) else { return nil }
    var wait = RetryWait(jitter: policy.backoff(after: state.attempt))
    switch outcome {
    case .answered(let status, let retryAfter):
        guard status == 429 || (state.isRepeatable && [408, 500, 502, 503, 504].contains(status)) else {
            return nil
        }
        wait.least = min(retryAfter ?? .zero, policy.longestRetryAfter)
    case .failed(let reason, let effect):
        guard reason.isPassing, effect == .none || state.isRepeatable else { return nil }
    }
    return state.elapsed + wait.least <= policy.patience ? wait : nil
}
