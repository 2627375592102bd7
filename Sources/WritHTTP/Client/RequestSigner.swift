package import WritModel

/// Says in a request who sends it.
package protocol RequestSigner: Sendable {
    /// The request with what proves who sends it, from that moment on and for some minutes.
    func sign(_ request: HTTPRequest, at now: Instant) -> HTTPRequest
}
