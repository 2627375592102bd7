internal import WritPolicy

/// A statement that lists its actions, with what tells quickly that it is not to be merged with another one.
final class MergeableStatement {
    /// As it is written, and understood.
    let statement: LintedStatement
    /// A bit for each resource pattern and condition key: equal for equal sets of them.
    private let limitBits: UInt64

    /// `nil` for a statement that says which actions it is not about.
    init?(_ statement: LintedStatement) {
        guard let reading = statement.reading, reading.actions.included != nil,
            reading.actions.excluded.isEmpty
        else { return nil }
        self.statement = statement
        limitBits = reading.limitBits
    }

    /// What its action patterns start with, up to the first colon; each once.
    private lazy var services: [ArraySlice<UInt8>] = {
        var services: [ArraySlice<UInt8>] = []
        for pattern in statement.reading?.actions.included ?? [] {
            let service = pattern.glob.bytes.prefix { $0 != UInt8(ascii: ":") }
            // Lists go service by service.
            if services.last != service, !services.contains(service) { services.append(service) }
        }
        return services
    }()

    /// Whether an action of both may be of one service.
    func sharesService(with other: MergeableStatement) -> Bool {
        services.contains(where: other.services.contains)
    }

    /// Whether both say the same but for their actions; the order of lists does not count.
    func differsInActionsAlone(from other: MergeableStatement) -> Bool {
        guard limitBits == other.limitBits, let a = statement.reading, let b = other.statement.reading else {
            return false
        }
        return a.effect == b.effect && a.principals == b.principals
            && areSame(a.resources.included, b.resources.included)
            && areSame(a.resources.excluded, b.resources.excluded) && areSame(a.conditions, b.conditions)
    }
}

/// Whether two lists are one set.
private func areSame<Element: Hashable>(_ a: [Element]?, _ b: [Element]?) -> Bool {
    guard let a, let b else { return a == nil && b == nil }
    return a == b || Set(a) == Set(b)
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
