/// Sends requests, each of them once.
package protocol HTTPTransport: Sendable {
    /// The whole answer, whatever its status is but for a redirect.
    ///
    /// Cancelling the task breaks the request off.
    ///
    /// - Throws: ``HTTPError``, which says whether the request may have done its work.
    func send(_ request: HTTPRequest) async throws(HTTPError) -> HTTPResponse
}
