package import WritModel

/// An answer that came in whole.
package struct HTTPResponse: Sendable {
    /// Its status, such as 200.
    package let status: Int
    /// Its headers.
    package let headers: HTTPHeaders
    /// Its body.
    package let body: HTTPBody
    /// How often the request was sent until this answer came.
    package var attempts = 1
    /// What earlier attempts may have done: a 404 for a deletion that was sent twice may be the first one's work.
    package var earlierEffect = Effect.none

    /// An answer to a request that was sent once.
    package init(status: Int, headers: HTTPHeaders = HTTPHeaders(), body: HTTPBody = .empty) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// What the vendor's support can find the request by.
    package var requestID: String? { WritHTTP.requestID(in: headers) }

    /// When the server says it answered, by its clock.
    ///
    /// - Parameter now: our time, for forms of dates that have a year of two digits.
    package func date(now: Instant) -> Instant? {
        headers["date"].flatMap { parseHTTPDate($0, now: now) }
    }
}

extension HTTPResponse: CustomStringConvertible {
    /// Status, request id and size: for messages.
    package var description: String {
        "\(status)\(requestID.map { " (request \($0))" } ?? "") \(body)"
    }
}
