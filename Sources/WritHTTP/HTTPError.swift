/// What is known about a request's work when no answer came.
package enum Effect: Hashable, Sendable {
    /// It did nothing: not a byte of it was sent, or it was refused.
    case none
    /// It may have done its work.
    case unknown
}

/// Why a request has no answer, or none that can be used.
///
/// It holds nothing that is secret: no header, no query and no body.
package struct HTTPError: Error, Hashable, Sendable {
    /// What went wrong.
    package var reason: Reason
    /// What the request may have done, over all attempts.
    package var effect: Effect
    /// Method, endpoint and path.
    package var request: String
    /// What the vendor's support can find the request by, if that much of an answer came.
    package var requestID: String?
    /// How often it was sent.
    package var attempts = 1

    /// An error of the first attempt.
    package init(_ reason: Reason, _ request: HTTPRequest, effect: Effect, requestID: String? = nil) {
        self.reason = reason
        self.effect = effect
        self.request = request.description
        self.requestID = requestID
    }

    /// What can go wrong.
    package enum Reason: Hashable, Sendable {
        /// It breaks a rule of HTTP; the text says which.
        case invalidRequest(String)
        case cannotResolve(host: String)
        case cannotConnect(host: String)
        case connectDeadline(Duration)
        case deadline(Duration)
        case certificate(CertificateProblem)
        case tls
        case authoritiesUnreadable(file: String)
        case proxyRefused
        case connectionLost
        case headTooLarge(limit: Int)
        case bodyTooLarge(limit: Int)
        case malformed
        /// No redirect is followed. The host is `nil` where the answer names none.
        case redirect(status: Int, host: String?)
        case cancelled
        /// libcurl's own words for what is none of the others.
        case transfer(String)
    }

    /// What is wrong with a server's certificate.
    package enum CertificateProblem: Hashable, Sendable {
        case notTrusted, expired, notYetValid, wrongName, other
    }
}

extension HTTPError.Reason {
    /// Whether it may be gone a moment later.
    package var isPassing: Bool {
        switch self {
        case .cannotResolve, .cannotConnect, .connectDeadline, .deadline, .connectionLost: true
        case .invalidRequest, .certificate, .tls, .authoritiesUnreadable, .proxyRefused, .headTooLarge,
            .bodyTooLarge, .malformed, .redirect, .cancelled, .transfer:
            false
        }
    }
}

extension HTTPError: CustomStringConvertible {
    package var description: String {
        var notes: [String] = []
        if let requestID { notes.append("request \(requestID)") }
        if attempts > 1 { notes.append("\(attempts) attempts") }
        if effect == .unknown { notes.append("it may have been done") }
        return "\(request): \(reason)\(notes.isEmpty ? "" : " (\(notes.joined(separator: "; ")))")"
    }
}

extension HTTPError.Reason: CustomStringConvertible {
    package var description: String {
        switch self {
        case .invalidRequest(let rule): "cannot be sent: \(rule)"
        case .cannotResolve(let host): "the name `\(host)` has no address"
        case .cannotConnect(let host): "`\(host)` takes no connection"
        case .connectDeadline(let limit): "no connection within \(limit)"
        case .deadline(let limit): "no whole answer within \(limit)"
        case .certificate(let problem): "\(problem)"
        case .tls: "no TLS connection could be agreed on"
        case .authoritiesUnreadable(let file): "the certificates in `\(file)` cannot be read"
        case .proxyRefused: "the proxy refuses"
        case .connectionLost: "the connection broke off"
        case .headTooLarge(let limit): "the answer's headers have more than \(limit) bytes"
        case .bodyTooLarge(let limit): "the answer's body has more than \(limit) bytes"
        case .malformed: "the answer is not HTTP"
        case .redirect(let status, let host):
            "the answer is a redirect (\(status)) to \(host.map { "`\($0)`" } ?? "nowhere"), which is not followed"
        case .cancelled: "cancelled"
        case .transfer(let words): words
        }
    }
}

extension HTTPError.CertificateProblem: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notTrusted: "the server's certificate is signed by nobody who is trusted"
        case .expired: "the server's certificate has expired"
        case .notYetValid: "the server's certificate is not valid yet"
        case .wrongName: "the server's certificate is for another name"
        case .other: "the server's certificate does not hold"
        }
    }
}
