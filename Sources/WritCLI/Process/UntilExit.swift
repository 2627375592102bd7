/// Keeps a value until the process ends.
///
/// What a plan is made from is a few hundred thousand pieces of memory. To give them back one by one takes
/// time, and the system takes all back at once a moment later.
final class UntilExit<Value: Sendable>: Sendable {
    private let value: Value

    private init(_ value: Value) {
        self.value = value
    }

    /// Keeps `value`, which nobody needs any more.
    static func keep(_ value: Value) { _ = Unmanaged.passRetained(UntilExit(value)) }
}
