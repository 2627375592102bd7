/// A request, before it is sent.
package struct HTTPRequest: Sendable {
    /// What is to be done.
    package var method: HTTPMethod
    /// Where it is asked for.
    package var endpoint: Endpoint
    /// The path there.
    package var path: RequestPath
    /// The query, sent in this order.
    package var query: [QueryItem]
    /// Its headers. `Host` is added from the endpoint.
    package var headers: HTTPHeaders
    /// Its body, if it has one.
    package var body: HTTPBody?
    /// Whether it may be sent again when nobody knows what became of it.
    package var repetition: Repetition

    /// A request without a query, headers and a body, unless they are given.
    package init(
        _ method: HTTPMethod, _ endpoint: Endpoint, _ path: RequestPath, query: [QueryItem] = [],
        headers: HTTPHeaders = HTTPHeaders(), body: HTTPBody? = nil, repetition: Repetition = .asMethod
    ) {
        self.method = method
        self.endpoint = endpoint
        self.path = path
        self.query = query
        self.headers = headers
        self.body = body
        self.repetition = repetition
    }

    /// Whether it may be sent again when nobody knows what became of it.
    package var isRepeatable: Bool {
        switch repetition {
        case .asMethod: method.isIdempotent
        case .declaredSafe: true
        case .never: false
        }
    }

    /// The whole address. The query may hold what is nobody's business: not for messages.
    var url: String {
        let query = query.map { percentEncoded($0.name) + "=" + percentEncoded($0.value) }
        return "\(endpoint)\(path)" + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
    }
}

/// One name and value of a query, not encoded.
package struct QueryItem: Hashable, Sendable {
    /// The name.
    package var name: String
    /// The value.
    package var value: String

    /// The two.
    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

/// Whether a request may be sent again after an outcome that nobody knows.
package enum Repetition: Hashable, Sendable {
    /// If its method is idempotent.
    case asMethod
    /// Yes: it creates nothing, though its method could, such as a login.
    case declaredSafe
    /// No, though its method is idempotent.
    case never
}

extension HTTPRequest: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Method, endpoint and path: for messages.
    package var description: String { "\(method.rawValue) \(endpoint)\(path)" }
    package var debugDescription: String { description }
    /// Without children, so that nothing that looks inside finds the query.
    package var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}
