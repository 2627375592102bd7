/// Where an API is served: scheme, host and port.
package struct Endpoint: Hashable, Sendable, CustomStringConvertible {
    /// Whether TLS is spoken.
    package let isSecure: Bool
    /// A name or an address, in lower case; an IPv6 address without its brackets.
    package let host: String
    /// The port, also where it is the scheme's own.
    package let port: Int

    /// Reads `https://HOST`, `https://HOST:PORT`, or the same with `http` where the host is this machine.
    package init(parsing text: String) throws(EndpointError) {
        guard let separator = text.firstRange(of: "://") else { throw .form }
        switch lowerCased(String(text[..<separator.lowerBound])) {
        case "https": isSecure = true
        case "http": isSecure = false
        default: throw .scheme
        }
        var rest = text[separator.upperBound...]
        if rest.last == "/" { rest.removeLast() }
        guard !rest.contains("@") else { throw .credentials }
        guard !rest.contains(where: { "/?#\\".contains($0) }) else { throw .path }
        (host, port) = try readAuthority(rest, defaultPort: isSecure ? 443 : 80)
        guard isSecure || isLoopback else { throw .plain(host: host) }
    }

    /// Whether it is this machine, by an address or name that nothing outside can change.
    package var isLoopback: Bool {
        host == "localhost" || host == "::1" || (host.hasPrefix("127.") && isIPv4(host))
    }

    /// What stands in the header `Host`: the port is there unless it is the scheme's own.
    package var authority: String {
        let name = host.contains(":") ? "[\(host)]" : host
        return port == (isSecure ? 443 : 80) ? name : "\(name):\(port)"
    }

    package var description: String { "\(isSecure ? "https" : "http")://\(authority)" }
}

/// Why a text names no endpoint. The text itself is in no message: it may hold a login.
package enum EndpointError: Error, Hashable, Sendable, CustomStringConvertible {
    case form
    case scheme
    case credentials
    case path
    case host
    case port
    /// Without TLS, everybody on the way could read and change what is sent.
    case plain(host: String)

    package var description: String {
        switch self {
        case .form: "an endpoint is `https://HOST` or `https://HOST:PORT`"
        case .scheme: "an endpoint starts with `https://`"
        case .credentials: "a login has no place in an endpoint"
        case .path: "an endpoint has no path: it is `https://HOST` or `https://HOST:PORT`"
        case .host: "the endpoint's host is neither a name of letters, digits, `-` and `.` nor an address"
        case .port: "the endpoint's port is not a number from 1 to 65535"
        case .plain(let host): "`http://` is for this machine alone; `\(host)` is asked by `https://`"
        }
    }
}

private func readAuthority(
    _ text: Substring, defaultPort: Int
) throws(EndpointError) -> (host: String, port: Int) {
    var name = text
    var port = defaultPort
    if let colon = text.lastIndex(of: ":"), !text[colon...].contains("]") {
        let digits = text[text.index(after: colon)...]
        guard let number = Int(digits), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            (1...65_535).contains(number)
        else { throw .port }
        port = number
        name = text[..<colon]
    }
    let host: String
    if name.first == "[" {
        guard name.last == "]" else { throw .host }
        host = lowerCased(String(name.dropFirst().dropLast()))
        guard host.contains(":"), host.utf8.allSatisfy({ "0123456789abcdef:.".utf8.contains($0) }) else {
            throw .host
        }
    } else {
        host = lowerCased(String(name))
        guard isHostName(host) else { throw .host }
    }
    return (host, port)
}

private func isHostName(_ text: String) -> Bool {
    guard (1...253).contains(text.utf8.count) else { return false }
    return text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy {
        label in
        (1...63).contains(label.count) && label.first != UInt8(ascii: "-") && label.last != UInt8(ascii: "-")
            && label.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
    }
}

/// Whether it is four decimal numbers: not `127.1`, which some read as an address and some as a name.
private func isIPv4(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy { UInt8($0).map(String.init) == String($0) }
}
