/// What a request asks to be done.
package enum HTTPMethod: String, Hashable, Sendable, CaseIterable {
    case get = "GET"
    case head = "HEAD"
    case put = "PUT"
    case delete = "DELETE"
    case post = "POST"
    case patch = "PATCH"

    /// Whether doing it twice is doing it once. Source: RFC 9110, §9.2.2.
    package var isIdempotent: Bool {
        switch self {
        case .get, .head, .put, .delete: true
        case .post, .patch: false
        }
    }

    /// Whether it has a body, if only an empty one.
    var hasBody: Bool {
        switch self {
        case .put, .post, .patch: true
        case .get, .head, .delete: false
        }
    }
}
