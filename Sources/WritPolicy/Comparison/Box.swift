/// A product of patterns, one for each segment of an action or a resource name.
struct Box: Hashable {
    var segments: [Glob]

    /// Whether exactly one text is in it.
    var isLiteral: Bool { segments.allSatisfy(\.isLiteral) }

    /// Everything of so many segments.
    static func everything(_ count: Int) -> Box { Box(segments: Array(repeating: .everything, count: count)) }

    /// What is in both, as a union; `nil` beyond `limit`.
    func meet(_ other: Box, limit: Int) -> [Box]? {
        var result: [[Glob]] = [[]]
        for (a, b) in zip(segments, other.segments) {
            guard let parts = WritPolicy.meet(a, b, limit: limit) else { return nil }
            if parts.isEmpty { return [] }
            if parts.count == 1 {
                for index in result.indices { result[index].append(parts[0]) }
            } else {
                result = result.flatMap { start in parts.map { start + [$0] } }
            }
            if result.count > limit { return nil }
        }
        return result.map(Box.init(segments:))
    }
}

/// The boxes of a pattern that is matched against a whole text of `count` segments, none of which holds a colon.
///
/// A run may take colons, so that each way of dealing the colons out is a box; none where the pattern has too many
/// colons or too few. A text of one segment may be anything.
func boxes(of glob: Glob, segments count: Int) -> [Box] {
    if glob.isEverything { return [.everything(count)] }
    if count == 1 { return [Box(segments: [glob])] }
    let all = boxes(glob.bytes[...], count).map { Box(segments: $0) }
    guard all.count > 1 else { return all }
    // A box inside another one adds nothing: its generic text tells.
    let words = all.map { $0.segments.map { genericTexts(of: $0, ones: 0)?.first ?? $0.bytes } }
    return all.indices.filter { inner in
        !all.indices.contains { outer in
            outer != inner && all[outer].segments.allSatisfy { $0.oneCount == 0 }
                && all[outer].matches(words[inner])
                && (all[inner].segments.allSatisfy { $0.oneCount == 0 })
                && !(outer > inner && all[inner].matches(words[outer]))
        }
    }.map { all[$0] }
}

private func boxes(_ bytes: ArraySlice<UInt8>, _ count: Int) -> [[Glob]] {
    if count == 1 { return bytes.contains(UInt8(ascii: ":")) ? [] : [[Glob(bytes: Array(bytes))]] }
    var result: [[Glob]] = []
    for index in bytes.indices {
        let byte = bytes[index]
        guard byte == UInt8(ascii: ":") || byte >= Glob.one else { continue }
        let start: [UInt8]
        let rest: [UInt8]
        if byte == Glob.run {
            start = Array(bytes[...index])
            rest = Array(bytes[index...])
        } else {
            start = Array(bytes[..<index])
            rest = Array(bytes[(index + 1)...])
        }
        let first = Glob(bytes: start)
        result += boxes(rest[...], count - 1).map { [first] + $0 }
        if byte == UInt8(ascii: ":") { break }
    }
    return result
}
