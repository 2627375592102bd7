import Synchronization
import WritHTTP
import WritModel

/// A transport that answers what it is told to, in that order, and remembers what it was asked and when.
final class ScriptedTransport: HTTPTransport {
    /// One answer.
    enum Answer: Sendable {
        case status(Int, KeyValuePairs<String, String> = [:])
        case failure(HTTPError.Reason, Effect)
    }

    private struct Contents {
        var answers: [Answer]
        var requests: [HTTPRequest] = []
        var times: [Duration] = []
    }

    private let contents: Mutex<Contents>
    private let clock: ManualClock

    init(_ answers: [Answer], clock: ManualClock) {
        contents = Mutex(Contents(answers: answers))
        self.clock = clock
    }

    /// What it was asked.
    var requests: [HTTPRequest] { contents.withLock { $0.requests } }
    /// When.
    var times: [Duration] { contents.withLock { $0.times } }

    func send(_ request: HTTPRequest) async throws(HTTPError) -> HTTPResponse {
        let answer = contents.withLock { contents in
            contents.requests.append(request)
            contents.times.append(clock.elapsed())
            return contents.answers.isEmpty ? Answer.status(200) : contents.answers.removeFirst()
        }
        switch answer {
        case .status(let status, let headers):
            return HTTPResponse(status: status, headers: HTTPHeaders(headers))
        case .failure(let reason, let effect): throw HTTPError(reason, request, effect: effect)
        }
    }
}

/// A clock on which waiting takes no time of ours.
final class ManualClock: HTTPClock {
    private let time = Mutex(Duration.zero)
    private let start: Instant
    private let isEnding: Bool

    /// - Parameter isEnding: whether waiting ends at once, as for a task that was cancelled.
    init(start: Instant = Instant(epochSeconds: 1_700_000_000), isEnding: Bool = false) {
        self.start = start
        self.isEnding = isEnding
    }

    func now() -> Instant { start.advanced(by: elapsed().components.seconds) }

    func elapsed() -> Duration { time.withLock { $0 } }

    func sleep(for duration: Duration) async throws(CancellationError) {
        if isEnding { throw CancellationError() }
        time.withLock { $0 += duration }
    }
}
