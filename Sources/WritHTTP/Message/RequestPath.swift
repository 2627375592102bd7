/// The path of a request, percent-encoded as it is sent.
package struct RequestPath: Hashable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
    /// As it is sent.
    package let text: String

    private init(unchecked text: String) {
        self.text = text
    }

    /// A path of ours, such as `/v3/auth/tokens`.
    package init(stringLiteral text: StaticString) {
        let text = text.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
        precondition(isPath(text), "a path that is written in the source is one")
        self.init(unchecked: text)
    }

    /// The path with one more segment, which is percent-encoded.
    ///
    /// `nil` for a segment that servers or signatures could take for something else: an empty one, `.` and `..`, one
    /// with a slash or a control character, and one of more than 1,024 bytes.
    package func appending(_ segment: String) -> RequestPath? {
        guard (1...1024).contains(segment.utf8.count), segment != ".", segment != "..",
            segment.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "/") })
        else { return nil }
        return RequestPath(unchecked: (text == "/" ? "" : text) + "/" + percentEncoded(segment))
    }

    package var description: String { text }
}

private func isPath(_ text: String) -> Bool {
    guard text.utf8.first == UInt8(ascii: "/") else { return false }
    guard text != "/" else { return true }
    return text.dropFirst().split(separator: "/", omittingEmptySubsequences: false).allSatisfy { segment in
        !segment.isEmpty && segment != "." && segment != ".."
            && segment.utf8.allSatisfy { isLetterOrDigit($0) || "-_.~%:@".utf8.contains($0) }
            && percentDecoded(String(segment)) != nil
    }
}
