/// The few actions and resources that stand for all of a pattern, made once for each pattern.
struct GenericRequests {
    private let patterns: RequiredPatterns
    private let old: ComparedSide
    private let new: ComparedSide
    private let third: ComparedSide?
    private var actionWords: [Box: [ActionWord]] = [:]
    private var resourceWords: [Box: [[[UInt8]]]] = [:]
    /// Why there are patterns without words.
    private(set) var reasons: Set<OpenReason> = []

    /// An action with the statements that are about it.
    struct ActionWord {
        var text: [UInt8]
        var old: [Int]
        var new: [Int]
        var third: [Int]
    }

    init(_ patterns: RequiredPatterns, old: ComparedSide, new: ComparedSide, third: ComparedSide?) {
        self.patterns = patterns
        self.old = old
        self.new = new
        self.third = third
    }

    mutating func words(ofAction box: Box) -> [ActionWord] {
        if let words = actionWords[box] { return words }
        var words: [ActionWord] = []
        for parts in requests(box, patterns.actions, patterns.actionOnes) {
            let text = Array(parts.joined(separator: [UInt8(ascii: ":")]))
            words.append(
                ActionWord(
                    text: text, old: old.matching(action: text), new: new.matching(action: text),
                    third: third?.matching(action: text) ?? []))
        }
        actionWords[box] = words
        return words
    }

    mutating func words(ofResource box: Box) -> [[[UInt8]]] {
        if let words = resourceWords[box] { return words }
        let words = requests(box, patterns.resources, patterns.resourceOnes)
        resourceWords[box] = words
        return words
    }

    private mutating func requests(_ box: Box, _ groups: [[Box]], _ ones: Int) -> [[[UInt8]]] {
        guard let refined = refinements(of: box, by: groups) else {
            reasons.insert(.tooManyCases("patterns with many wildcards"))
            return []
        }
        var result: [[[UInt8]]] = []
        for part in refined {
            guard let words = genericWords(of: part, ones: ones) else {
                reasons.insert(.tooManyCases("patterns with `?`"))
                continue
            }
            result += words
        }
        if result.count < 2 { return result }
        // The request that says least is looked at first, so that it is the usual witness.
        return Array(Set(result)).sorted { a, b in
            let (x, y) = (Array(a.joined(separator: [0])), Array(b.joined(separator: [0])))
            return x.count != y.count ? x.count < y.count : y.lexicographicallyPrecedes(x)
        }
    }
}
