/// Bytes that nobody may see: an initial password, the secret half of an access key.
///
/// It has no text but `<secret>`, wherever it is printed, dumped or reflected on; it can be neither compared nor
/// encoded; and its memory is overwritten when the last copy goes. ``withBytes(_:)`` is the only door: what comes out
/// there is the caller's to keep short.
package struct Secret: Sendable {
    private let memory: SecretMemory

    /// A secret of `count` bytes that `fill` writes in place, so that they stand nowhere else; zeros where it does not.
    package init<Failure>(
        count: Int, filledBy fill: (UnsafeMutableRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        memory = SecretMemory(count: count)
        try memory.fill(fill)
    }

    /// A copy of `bytes`, which themselves stay where they are.
    package init(copying bytes: some Collection<UInt8>) {
        self.init(count: bytes.count) { memory in memory.copyBytes(from: bytes) }
    }

    /// How many bytes it has.
    package var count: Int { memory.count }

    /// Lends the bytes; they are valid inside `body` only.
    package func withBytes<Result, Failure>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        defer { withExtendedLifetime(memory) {} }
        return try body(memory.bytes)
    }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "<secret>" }
    package var debugDescription: String { "<secret>" }
    /// Without children, so that nothing that looks inside finds anything.
    package var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}

/// The owner of a secret's memory.
///
/// SAFETY: `Sendable` without a word to the compiler, since its parts are numbers. It holds because the memory is
/// written in ``fill(_:)``, before the one initializer of ``Secret`` returns, and then not until nobody refers to it.
private final class SecretMemory: Sendable {
    /// Where it starts, as a number: pointers are not `Sendable`.
    private let address: UInt
    let count: Int

    init(count: Int) {
        // One byte more, so that an empty secret has an address too.
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: count + 1, alignment: 16)
        memory.initializeMemory(as: UInt8.self, repeating: 0)
        address = UInt(bitPattern: memory.baseAddress)
        self.count = count
    }

    deinit {
        guard let start = UnsafeMutableRawPointer(bitPattern: address) else { return }
        wipe(UnsafeMutableRawBufferPointer(start: start, count: count))
        start.deallocate()
    }

    var bytes: UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: UnsafeRawPointer(bitPattern: address), count: count)
    }

    func fill<Failure>(
        _ body: (UnsafeMutableRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        let start = UnsafeMutableRawPointer(bitPattern: address)
        try body(UnsafeMutableRawBufferPointer(start: start, count: count))
    }
}

/// Overwrites `memory` with zeros.
///
/// Not optimised, and so not looked into from outside: that the memory is freed right afterwards is no reason to
/// leave the zeros out.
@inline(never) @_optimize(none)
package func wipe(_ memory: UnsafeMutableRawBufferPointer) {
    for index in memory.indices { memory[index] = 0 }
}
