/// Whether `text` holds no letter and accents that one composed character stands for.
///
/// An approximation of "is in normalization form C" that needs no Foundation: it knows the composed
/// letters of the Latin, Greek and Cyrillic blocks.
func isComposed(_ text: String) -> Bool {
    guard text.unicodeScalars.contains(where: { $0.properties.canonicalCombiningClass != .notReordered })
    else { return true }
    return text.allSatisfy { $0.unicodeScalars.count == 1 || !composed.contains($0) }
}

/// Equality of `Character` is canonical equivalence, so that a decomposed letter finds its composed one.
private let composed: Set<Character> = {
    let blocks: [ClosedRange<UInt32>] = [0xC0...0x24F, 0x370...0x3FF, 0x400...0x4FF, 0x1E00...0x1FFF]
    return Set(blocks.joined().compactMap { Unicode.Scalar($0).map(Character.init) })
}()
