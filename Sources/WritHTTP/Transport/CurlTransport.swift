/// The transport over libcurl: all requests on one thread, connections kept open between them.
///
/// The thread ends with the transport.
package final class CurlTransport: HTTPTransport {
    private let settings: TransportSettings
    private let mailbox: CurlMailbox

    /// A transport with a thread of its own; `nil` where the system has none to give.
    package init?(_ settings: TransportSettings = TransportSettings()) {
        guard let mailbox = CurlLoop.start() else { return nil }
        self.settings = settings
        self.mailbox = mailbox
    }

    deinit { mailbox.post(.stop) }

    package func send(_ request: HTTPRequest) async throws(HTTPError) -> HTTPResponse {
        if let problem = problem(in: request) {
            throw HTTPError(.invalidRequest(problem), request, effect: .none)
        }
        let ticket = TransferTicket()
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                mailbox.post(
                    .send(
                        TransferOrder(
                            ticket: ticket, request: request, settings: settings, continuation: continuation))
                )
            }
        } onCancel: {
            ticket.cancel()
            mailbox.post(.cancel(ticket))
        }
        return try result.get()
    }
}
