internal import Synchronization

/// What a task and the loop know a transfer by.
final class TransferTicket: Sendable {
    private let cancelled = Atomic(false)

    /// Whether nobody waits for it any more.
    var isCancelled: Bool { cancelled.load(ordering: .acquiring) }

    /// Says that nobody waits for it any more.
    func cancel() { cancelled.store(true, ordering: .releasing) }
}

/// A request on its way to the loop, and who waits for the answer.
struct TransferOrder: Sendable {
    let ticket: TransferTicket
    let request: HTTPRequest
    let settings: TransportSettings
    let continuation: CheckedContinuation<Result<HTTPResponse, HTTPError>, Never>

    /// Ends the waiting.
    func finish(_ result: Result<HTTPResponse, HTTPError>) {
        continuation.resume(returning: result)
    }

    /// Ends the waiting with an error of a request that was never sent.
    func finish(unsent reason: HTTPError.Reason) {
        finish(.failure(HTTPError(reason, request, effect: .none)))
    }
}
