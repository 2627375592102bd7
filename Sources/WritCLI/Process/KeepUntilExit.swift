/// Keeps a value until the program ends, which gives all memory back at once: taking a long report apart piece by piece takes longer.
///
/// For the last that a command does with it.
func keepUntilExit<Value: Sendable>(_ value: Value) { _ = Unmanaged.passRetained(Kept(value)) }

private final class Kept<Value: Sendable>: Sendable {
    private let value: Value

    init(_ value: Value) { self.value = value }
}
