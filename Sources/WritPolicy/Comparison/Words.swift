/// A character that no pattern holds: what stands in a witness where anything may.
let genericCharacter: [UInt8] = Array("\u{25CA}".utf8)

/// The boxes inside `start` that some choice of at most one pattern from each group leaves, `start` among them.
///
/// For each text in `start`, one of the boxes holds it, and lies in no pattern beyond those that hold the text.
/// - Returns: `nil` beyond `limit`.
func refinements(of start: Box, by groups: [[Box]], limit: Int = 20_000) -> Set<Box>? {
    var result: Set<Box> = [start]
    if start.isLiteral { return result }
    for group in groups {
        var added: Set<Box> = []
        for box in result where !box.isLiteral {
            for pattern in group {
                guard let parts = box.meet(pattern, limit: limit) else { return nil }
                added.formUnion(parts)
            }
            if added.count > limit { return nil }
        }
        result.formUnion(added)
        if result.count > limit { return nil }
    }
    return result
}

/// Texts that stand for a pattern: each run filled with characters that no pattern holds.
///
/// One character for a run suffices where no pattern has `?`. Otherwise none up to one more than the most `?`, since so
/// many tell runs apart from single characters.
/// - Parameter ones: The most `?` that any pattern has.
/// - Returns: `nil` beyond `limit`.
func genericTexts(of glob: Glob, ones: Int, limit: Int = 4096) -> [[UInt8]]? {
    if glob.isLiteral { return [glob.bytes] }
    let fills = ones == 0 ? [1] : Array(0...(ones + 1))
    var result: [[UInt8]] = [[]]
    for byte in glob.bytes {
        switch byte {
        case Glob.run:
            result = result.flatMap { start in
                fills.map { start + Array(repeatElement(genericCharacter, count: $0).joined()) }
            }
            if result.count > limit { return nil }
        case Glob.one:
            for index in result.indices { result[index] += genericCharacter }
        default:
            for index in result.indices { result[index].append(byte) }
        }
    }
    return result
}

/// The segments' generic texts in every combination; `nil` beyond `limit`.
func genericWords(of box: Box, ones: Int, limit: Int = 4096) -> [[[UInt8]]]? {
    var result: [[[UInt8]]] = [[]]
    for segment in box.segments {
        guard let texts = genericTexts(of: segment, ones: ones, limit: limit) else { return nil }
        result =
            texts.count == 1
            ? result.map { $0 + texts } : result.flatMap { start in texts.map { start + [$0] } }
        if result.count > limit { return nil }
    }
    return result
}
