/// The candidate that `name` is most likely a misspelling of, or `nil` when none is close.
///
/// Close means an edit distance (insert, delete, replace, swap of neighbours) of at most a third of
/// the name's length, at least 1; case is ignored. Ties go to the first candidate in sorted order.
package func nearestName(to name: String, among candidates: some Sequence<String>) -> String? {
    let limit = max(1, name.count / 3)
    var best: (distance: Int, name: String)?
    for candidate in candidates.sorted() where abs(candidate.count - name.count) <= limit {
        let distance = editDistance(name.lowercased(), candidate.lowercased())
        if distance <= limit, distance < (best?.distance ?? .max) {
            best = (distance, candidate)
        }
    }
    return best?.name
}

/// The optimal string alignment distance between two texts; cost is the product of their lengths.
package func editDistance(_ a: String, _ b: String) -> Int {
    let a = Array(a), b = Array(b)
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var previous = [Int](repeating: 0, count: b.count + 1)
    var current = Array(0...b.count)
    var next = previous
    for i in 1...a.count {
        next[0] = i
        for j in 1...b.count {
            let replaced = current[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
            next[j] = Swift.min(replaced, current[j] + 1, next[j - 1] + 1)
            if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                next[j] = Swift.min(next[j], previous[j - 2] + 1)
            }
        }
        (previous, current, next) = (current, next, previous)
    }
    return current[b.count]
}
