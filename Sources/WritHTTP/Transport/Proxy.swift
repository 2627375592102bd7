package import WritModel

/// An HTTP proxy, through which TLS is spoken with the endpoint itself.
package struct Proxy: Sendable, CustomStringConvertible {
    /// Who logs in at the proxy.
    package struct Login: Sendable {
        /// The name.
        package var user: String
        /// The password.
        package var password: Secret

        /// The two.
        package init(user: String, password: Secret) {
            self.user = user
            self.password = password
        }
    }

    /// Whether TLS is spoken with the proxy too.
    package let isSecure: Bool
    /// Its name or address.
    package let host: String
    /// Its port.
    package let port: Int
    /// The login, if it asks for one.
    package let login: Login?
    /// Hosts, and domains with all of theirs, that are asked directly.
    package let exceptions: [String]

    /// A proxy; `nil` if `host` is no name or address, the port none, or an exception is no name.
    package init?(
        isSecure: Bool = false, host: String, port: Int, login: Login? = nil, exceptions: [String] = []
    ) {
        let name = host.contains(":") ? "[\(host)]" : host
        guard let endpoint = try? Endpoint(parsing: "https://\(name):\(port)"),
            exceptions.allSatisfy({ (try? Endpoint(parsing: "https://" + withoutDot($0))) != nil })
        else { return nil }
        self.isSecure = isSecure
        self.host = endpoint.host
        self.port = endpoint.port
        self.login = login
        self.exceptions = exceptions.map { lowerCased(withoutDot($0)) }
    }

    /// Whether `endpoint` is asked directly.
    func isExcepted(_ endpoint: Endpoint) -> Bool {
        endpoint.isLoopback
            || exceptions.contains { endpoint.host == $0 || endpoint.host.hasSuffix("." + $0) }
    }

    /// Without the login.
    package var description: String {
        "\(isSecure ? "https" : "http")://\(host.contains(":") ? "[\(host)]" : host):\(port)"
    }
}

/// Many write `.example.com` for a domain.
private func withoutDot(_ domain: String) -> String {
    String(domain.first == "." ? domain.dropFirst() : domain[...])
}
