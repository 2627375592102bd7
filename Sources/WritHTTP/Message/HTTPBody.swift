package import WritModel

/// The bytes of a request or a response.
///
/// They may hold a password or a key, so they have no text but their number, and their memory is overwritten when the
/// last copy goes. What is taken out by ``withBytes(_:)`` or ``json(depthLimit:)`` is the caller's to keep short.
package struct HTTPBody: Sendable {
    private let content: Secret

    /// The bytes of `content`, which are not copied.
    package init(_ content: Secret) {
        self.content = content
    }

    /// A copy of `bytes`.
    package init(copying bytes: some Collection<UInt8>) {
        content = Secret(copying: bytes)
    }

    /// The UTF-8 bytes of `text`.
    package init(_ text: String) {
        self.init(copying: Array(text.utf8))
    }

    /// No bytes.
    package static var empty: HTTPBody { HTTPBody(copying: []) }

    /// How many bytes it has.
    package var count: Int { content.count }

    /// Lends the bytes; they are valid inside `body` only.
    package func withBytes<Result, Failure>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try content.withBytes(body)
    }

    /// The JSON value that the bytes are.
    package func json(depthLimit: Int = 64) throws(JSONError) -> JSONValue {
        try JSONValue(parsing: withBytes { Array($0) }, depthLimit: depthLimit)
    }
}

extension HTTPBody: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "<\(count) bytes>" }
    package var debugDescription: String { description }
    /// Without children, so that nothing that looks inside finds anything.
    package var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}
