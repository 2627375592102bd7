/// Headers that the transport writes itself, from the body and the endpoint.
private let writtenHeaders: Set<String> = ["content-length", "transfer-encoding", "connection", "expect"]

/// Why a request cannot be sent as it is; `nil` if it can. Says the names of headers, never their values.
func problem(in request: HTTPRequest) -> String? {
    var seen: Set<String> = []
    for entry in request.headers.entries {
        let name = lowerCased(entry.name)
        guard isToken(entry.name) else { return "a header's name is not one" }
        if writtenHeaders.contains(name) { return "the header `\(entry.name)` is not the caller's to write" }
        guard seen.insert(name).inserted else { return "the header `\(entry.name)` is there twice" }
        guard entry.withValue(isFieldValue) else {
            return "the header `\(entry.name)` holds a space at an end, a line break or a control character"
        }
        if name == "host", entry.text != request.endpoint.authority {
            return "the header `\(entry.name)` names another host than the endpoint"
        }
    }
    if !request.method.hasBody, request.body != nil {
        return "a \(request.method.rawValue) request has no body"
    }
    return nil
}

/// Whether it is a name of a header. Source: RFC 9110, §5.6.2.
func isToken(_ text: String) -> Bool {
    !text.isEmpty
        && text.utf8.allSatisfy { isLetterOrDigit($0) || "!#$%&'*+-.^_`|~".utf8.contains($0) }
}

/// Whether the bytes can stand in a header. Source: RFC 9110, §5.5.
func isFieldValue(_ bytes: UnsafeRawBufferPointer) -> Bool {
    bytes.first != 0x20 && bytes.last != 0x20 && bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
}
