internal import WritPolicy

/// A statement that lists its actions, with what tells quickly that it is not to be merged with another one.
final class MergeableStatement {
    /// As it is written, and understood.
    let statement: LintedStatement
    /// A bit for each resource pattern and condition key: equal for equal sets of them.
    let limitBits: UInt64

    /// `nil` for a statement that says which actions it is not about.
    init?(_ statement: LintedStatement) {
        // Piece by piece, here and below: a copy of a whole reading costs more than most looks.
        guard statement.reading?.actions.included != nil,
            statement.reading?.actions.excluded.isEmpty == true, let bits = statement.reading?.limitBits
        else { return nil }
        self.statement = statement
        limitBits = bits
    }

    /// What its action patterns start with, up to the first colon; each once.
    private lazy var services: [ArraySlice<UInt8>] = {
        var services: [ArraySlice<UInt8>] = []
        let patterns = statement.reading?.actions.included ?? []
        for place in patterns.indices {
            let bytes = patterns[place].glob.bytes
            let end = bytes.withUnsafeBufferPointer { $0.firstIndex(of: UInt8(ascii: ":")) ?? $0.count }
            // Lists go service by service.
            if let last = services.last, isStart(last, of: bytes, upTo: end) { continue }
            if !services.contains(bytes[..<end]) { services.append(bytes[..<end]) }
        }
        return services
    }()

    /// Whether an action of both may be of one service.
    func sharesService(with other: MergeableStatement) -> Bool {
        services.contains(where: other.services.contains)
    }

    /// Whether both say the same but for their actions; the order of lists does not count.
    func differsInActionsAlone(from other: MergeableStatement) -> Bool {
        let (a, b) = (statement, other.statement)
        return limitBits == other.limitBits && a.reading?.effect == b.reading?.effect
            && areSame(a.reading?.conditions, b.reading?.conditions)
            && areSame(a.reading?.resources.included, b.reading?.resources.included)
            && areSame(a.reading?.resources.excluded, b.reading?.resources.excluded)
            && a.reading?.principals == b.reading?.principals
    }
}

/// Whether a text is what stands before the end in another one.
private func isStart(_ start: ArraySlice<UInt8>, of bytes: [UInt8], upTo end: Int) -> Bool {
    if start.count != end { return false }
    return start.withUnsafeBufferPointer { start in
        bytes.withUnsafeBufferPointer { bytes in
            start.indices.allSatisfy { start[$0] == bytes[$0] }
        }
    }
}

/// Whether two lists are one set.
private func areSame<Element: Hashable>(_ a: [Element]?, _ b: [Element]?) -> Bool {
    guard let a, let b else { return a == nil && b == nil }
    return a.isEmpty && b.isEmpty || a == b || Set(a) == Set(b)
}

extension Statement {
    /// A bit for each resource pattern and condition key.
    fileprivate var limitBits: UInt64 {
        var bits: UInt64 = 0
        for index in (resources.included ?? []).indices {
            bits |= bit(of: resources.included?[index].segments)
        }
        for index in resources.excluded.indices { bits |= bit(of: resources.excluded[index].segments) }
        for condition in conditions { bits |= 1 << UInt64(condition.key.utf8.count & 63) }
        return bits
    }

    /// Of the lengths of its segments and their last bytes, which tell most names apart.
    private func bit(of segments: [TextPattern]?) -> UInt64 {
        var hash = RollingHash()
        for segment in segments ?? [] {
            guard let bytes = segment.constant?.bytes else { continue }
            hash.add(UInt8(truncatingIfNeeded: bytes.count))
            hash.add(bytes.last ?? 0)
        }
        return hash.bit
    }
}
