internal import WritDigest
internal import WritHTTP

/// A request as both ends write it down before they sign it, in Huawei's way. Source: the vendor's Python SDK,
/// `signer/signer.py`.
///
/// It may hold a security token, so it has no text of its own.
struct CanonicalRequest: CustomStringConvertible, CustomReflectable {
    /// The lines.
    let lines: String
    /// The names of the headers that are signed, in lower case, sorted, with `;` between them.
    let signedHeaders: String

    init(_ request: HTTPRequest) {
        let headers = request.headers.entries
            // Gateways take names with an underscore away.
            .filter { !$0.name.contains("_") && lowerCased($0.name) != "authorization" }
            .map { (name: lowerCased($0.name), value: trimmed($0.text)) }
            .sorted { isBefore($0.name, $1.name) }
        signedHeaders = headers.map(\.name).joined(separator: ";")
        lines = [
            request.method.rawValue,
            canonicalPath(request.path),
            canonicalQuery(request.query).map { percentEncoded($0.name) + "=" + percentEncoded($0.value) }
                .joined(separator: "&"),
            // Each line has its end, and the joining adds one: an empty line stands before the names.
            headers.map { "\($0.name):\($0.value)\n" }.joined(),
            signedHeaders,
            payloadHash(request),
        ].joined(separator: "\n")
    }

    var description: String { "<canonical request>" }
    /// Without children, so that nothing that looks inside finds anything.
    var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}

/// The query as it is signed, and therefore sent: sorted by name and then by value, before they are encoded.
func canonicalQuery(_ query: [QueryItem]) -> [QueryItem] {
    query.sorted { a, b in
        a.name.utf8.elementsEqual(b.name.utf8) ? isBefore(a.value, b.value) : isBefore(a.name, b.name)
    }
}

/// Decoded whole, split, and encoded again, with a slash at the end that is never sent.
private func canonicalPath(_ path: RequestPath) -> String {
    let decoded = percentDecoded(path.text) ?? path.text
    let text = decoded.split(separator: "/", omittingEmptySubsequences: false).map { percentEncoded($0) }
        .joined(separator: "/")
    return text.last == "/" ? text : text + "/"
}

private func payloadHash(_ request: HTTPRequest) -> String {
    guard let body = request.body, body.count > 0 else { return Digest(of: "").hex }
    return request.headers[contentHashHeader] ?? body.withBytes { Digest(of: $0).hex }
}

/// By the bytes of UTF-8, which is the order of code points. Swift's own takes equivalent characters for equal.
private func isBefore(_ a: String, _ b: String) -> Bool { a.utf8.lexicographicallyPrecedes(b.utf8) }

private func trimmed(_ text: String) -> String {
    let blanks: [UInt8] = [0x20, 0x09, 0x0A, 0x0B, 0x0C, 0x0D]
    var bytes = text.utf8.drop { blanks.contains($0) }
    while let last = bytes.last, blanks.contains(last) { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
}
