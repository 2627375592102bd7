import WritModel

/// The patterns of one list of actions that another one of it covers.
///
/// A text without wildcards covers nothing but itself: so each pattern is held against those with wildcards, and against the first text that
/// is equal to it.
struct CoveredActions {
    /// The places of each pattern that another one covers, and of the first that does and stays.
    private(set) var found: [(entry: Int, cover: Int)] = []

    private let patterns: [ActionPattern]
    private let dialect: Dialect
    private let isFlat: Bool
    /// Where patterns with wildcards stand, ascending.
    private var wide: [Int] = []
    /// Of each of ``wide``, what it starts with.
    private var starts: [GlobStart] = []
    /// Of ``wide``, where those are many.
    private var index: ActionIndex?

    /// Looks through a list.
    init(_ patterns: [ActionPattern], _ dialect: Dialect, flat: Bool) {
        self.patterns = patterns
        self.dialect = dialect
        isFlat = flat
        if patterns.count < 2 { return }
        for place in patterns.indices where !patterns[place].glob.isLiteral {
            wide.append(place)
            starts.append(GlobStart(patterns[place].glob))
        }
        let earlier = earlierTwins()
        if wide.isEmpty, earlier.isEmpty { return }
        // An index of a short list costs more than it spares.
        if wide.count > 64 { index = ActionIndex(each: wide.map { patterns[$0].glob }) }
        for entry in patterns.indices {
            if let cover = cover(of: entry, atMost: earlier[entry]) { found.append((entry, cover)) }
        }
    }

    /// Of each text without wildcards that stands in the list before, the first place where it does.
    private func earlierTwins() -> [Int: Int] {
        var twins: [Int: Int] = [:]
        let count = patterns.count - wide.count
        let isShort = count <= 8
        var table = HashTable(capacity: isShort ? 0 : count)
        for place in patterns.indices where patterns[place].glob.isLiteral {
            if !isShort {
                let known = table.count
                // Texts with equal hashes share a number.
                if table.number(of: RollingHash(patterns[place].glob.bytes).value) == known { continue }
            }
            let first = patterns[..<place].firstIndex { $0.glob == patterns[place].glob }
            if let first { twins[place] = first }
        }
        return twins
    }

    /// The first pattern that covers one and stays.
    ///
    /// - Parameter twin: the first equal one before it, where it has no wildcard: of two that cover each other the first stays.
    private func cover(of entry: Int, atMost twin: Int?) -> Int? {
        var first = twin ?? Int.max
        let text = patterns[entry].glob
        func look(_ other: Int) {
            if other < first, other != entry,
                patterns[other].covers(patterns[entry], in: dialect, flat: isFlat),
                other < entry || !patterns[entry].covers(patterns[other], in: dialect, flat: isFlat)
            {
                first = other
            }
        }
        // Whatever covers a pattern starts as the pattern does, unless there is no such action: that anything covers.
        if !text.isLiteral, text.colonCount >= tooManyColons {
            wide.forEach(look)
        } else if let index {
            index.visitCandidates(text.bytes) { look(wide[$0]) }
        } else {
            let word = GlobStart.word(text)
            for place in starts.indices
            where starts[place].mayStart(word) && patterns[wide[place]].glob.startsLike(text) {
                look(wide[place])
            }
        }
        return first == Int.max ? nil : first
    }

    /// A pattern with wildcards and so many colons is of no action.
    private var tooManyColons: Int { isFlat ? Int.max : dialect.actionSegments }
}

extension Glob {
    /// Whether a text starts with what the pattern has before its first wildcard.
    fileprivate func startsLike(_ text: Glob) -> Bool {
        for (index, byte) in bytes.enumerated() {
            if byte >= Glob.one { return true }
            if index >= text.bytes.count || text.bytes[index] != byte { return false }
        }
        return bytes.count == text.bytes.count
    }
}

/// The first bytes of a pattern before its first wildcard, eight at most, to be held against those of others at once.
private struct GlobStart {
    private let bits: UInt64
    private let mask: UInt64

    init(_ glob: Glob) {
        var (bits, mask, shift) = (UInt64(0), UInt64(0), UInt64(0))
        for byte in glob.bytes.prefix(8) {
            if byte >= Glob.one { break }
            bits |= UInt64(byte) << shift
            mask |= 0xFF << shift
            shift += 8
        }
        (self.bits, self.mask) = (bits, mask)
    }

    /// The first eight bytes of a text; what is missing is zero.
    static func word(_ text: Glob) -> UInt64 {
        var (bits, shift) = (UInt64(0), UInt64(0))
        for byte in text.bytes.prefix(8) {
            bits |= UInt64(byte) << shift
            shift += 8
        }
        return bits
    }

    /// `false` where a text with that ``word(_:)`` surely does not start as the pattern does.
    func mayStart(_ word: UInt64) -> Bool { word & mask == bits }
}
