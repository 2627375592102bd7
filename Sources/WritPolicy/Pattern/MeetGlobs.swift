/// The texts that both patterns match, as a finite union of patterns; empty where no text does.
///
/// For patterns of literals and `*` alone the union is exact and has no pattern that another covers by being equal;
/// its size grows with the ways in which the runs of one can take the literals of the other.
///
/// - Returns: `nil` where more than `limit` patterns would be needed.
package func meet(_ a: Glob, _ b: Glob, limit: Int = 4096) -> [Glob]? {
    if a.isEverything || a == b { return [b] }
    if b.isEverything { return [a] }
    if a.isLiteral { return b.matches(a.bytes) ? [a] : [] }
    if b.isLiteral { return a.matches(b.bytes) ? [b] : [] }
    if startsApart(a.bytes, b.bytes) { return [] }
    var search = MeetSearch(a: scalars(a.bytes), b: scalars(b.bytes), limit: limit)
    let found = search.from(0, 0)
    return search.isOverLimit ? nil : Array(found)
}

/// Whether the literal starts of both patterns differ, the usual reason why nothing matches both.
private func startsApart(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    for (x, y) in zip(a, b) {
        if x >= Glob.one || y >= Glob.one { return false }
        if x != y { return true }
    }
    return false
}

/// The scalars of a pattern, each as its bytes: `?` takes one of them.
private func scalars(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var result: [ArraySlice<UInt8>] = []
    var start = 0
    while start < bytes.count {
        var end = start + 1
        if bytes[start] < Glob.one {
            while end < bytes.count, bytes[end] & 0xC0 == 0x80, bytes[end] < Glob.one { end += 1 }
        }
        result.append(bytes[start..<end])
        start = end
    }
    return result
}

private struct MeetSearch {
    let a: [ArraySlice<UInt8>]
    let b: [ArraySlice<UInt8>]
    let limit: Int
    var isOverLimit = false
    private var known: [Int: Set<Glob>] = [:]

    init(a: [ArraySlice<UInt8>], b: [ArraySlice<UInt8>], limit: Int) {
        self.a = a
        self.b = b
        self.limit = limit
    }

    /// The union of what the rests of both patterns match.
    mutating func from(_ i: Int, _ j: Int) -> Set<Glob> {
        if isOverLimit { return [] }
        let key = i * (b.count + 1) + j
        if let result = known[key] { return result }
        var result: Set<Glob> = []
        if i == a.count, j == b.count {
            result = [Glob(bytes: [])]
        } else {
            let aRuns = i < a.count && a[i].first == Glob.run
            let bRuns = j < b.count && b[j].first == Glob.run
            if aRuns, bRuns {
                // One of both runs ends first; a run stands before what is left of the other.
                result = prefixed([Glob.run], from(i + 1, j)).union(prefixed([Glob.run], from(i, j + 1)))
            } else if aRuns {
                result = from(i + 1, j)
                if j < b.count { result.formUnion(prefixed(b[j], from(i, j + 1))) }
            } else if bRuns {
                result = from(i, j + 1)
                if i < a.count { result.formUnion(prefixed(a[i], from(i + 1, j))) }
            } else if i < a.count, j < b.count {
                if a[i] == b[j] || b[j].first == Glob.one {
                    result = prefixed(a[i], from(i + 1, j + 1))
                } else if a[i].first == Glob.one {
                    result = prefixed(b[j], from(i + 1, j + 1))
                }
            }
        }
        if result.count > limit { isOverLimit = true }
        known[key] = result
        return result
    }

    private func prefixed(_ start: some Sequence<UInt8>, _ rests: Set<Glob>) -> Set<Glob> {
        Set(rests.map { Glob(bytes: start + $0.bytes) })
    }
}
