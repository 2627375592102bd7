internal import WritDiagnostics
internal import WritModel

extension NodeReader {
    /// A native policy document.
    mutating func document(_ slot: Slot) -> PolicyDocument? {
        nil
    }
}
