/// A value that nobody may see but whom it is for. It has no description, and is in no file format.
package final class Secret: Sendable {
    private let bytes: [UInt8]

    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Lends the bytes, which must not leave `body`.
    package func withBytes<Result>(_ body: ([UInt8]) -> Result) -> Result { body(bytes) }
}
