/// Texts one behind the other in one buffer, so that walking them costs no reference count for each.
struct PackedTexts: Sendable {
    /// All of them.
    private(set) var bytes: [UInt8] = []
    private var ends: [Int] = []

    /// How many texts there are.
    var count: Int { ends.count }

    /// Adds a text behind the others.
    mutating func append(_ text: [UInt8]) {
        bytes += text
        ends.append(bytes.count)
    }

    /// Where the text of that number stands in ``bytes``.
    func range(_ number: Int) -> Range<Int> { (number == 0 ? 0 : ends[number - 1])..<ends[number] }

    /// The text of that number.
    subscript(number: Int) -> ArraySlice<UInt8> { bytes[range(number)] }
}
