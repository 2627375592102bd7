/// A pattern with how it compares letters.
struct SlowPattern: Hashable, Sendable {
    let tokens: [SlowToken]
    let isCaseless: Bool
}

/// The grammar of a text that is searched for.
enum SlowGrammar: Hashable, Sendable {
    /// Any characters.
    case free
    /// No colon.
    case withoutColon
    /// Exactly so many colons.
    case colons(Int)
}

/// One text for every way in which a text can match and not match the patterns.
///
/// Walks the product of the patterns' automata, the shortest texts first. `nil` where that has more than `limit` states.
func slowCells(_ patterns: [SlowPattern], _ grammar: SlowGrammar, limit: Int = 20_000) -> [String]? {
    let patterns = Array(Set(patterns))
    guard patterns.allSatisfy({ $0.tokens.count < 63 }) else { return nil }
    let letters = alphabet(patterns, grammar)
    let start = ProductState(
        places: patterns.map { withSkippedStars(1, $0.tokens) }, colonsLeft: grammar.colonsWanted)
    var seen: Set<ProductState> = [start]
    var open = [(state: start, text: "")]
    var accepted: Set<[Bool]> = []
    var texts: [String] = []
    var next = 0
    while next < open.count {
        let (state, text) = open[next]
        next += 1
        if state.colonsLeft == 0 {
            let signature = zip(patterns, state.places).map { $1 & (1 << UInt64($0.tokens.count)) != 0 }
            if accepted.insert(signature).inserted { texts.append(text) }
        }
        for letter in letters {
            let isColon = letter == ":"
            if isColon && grammar != .free && state.colonsLeft == 0 { continue }
            let following = ProductState(
                places: zip(patterns, state.places).map { step($1, $0, letter) },
                colonsLeft: isColon && grammar != .free ? state.colonsLeft - 1 : state.colonsLeft)
            guard seen.insert(following).inserted else { continue }
            if seen.count > limit { return nil }
            open.append((following, text + String(Character(letter))))
        }
    }
    return texts
}

/// Where each pattern may be, and the colons the text still lacks.
private struct ProductState: Hashable {
    /// One set of places a pattern, as bits.
    let places: [UInt64]
    let colonsLeft: Int
}

extension SlowGrammar {
    fileprivate var colonsWanted: Int { if case .colons(let count) = self { count } else { 0 } }
}

/// Every character of the patterns, and one that none of them has.
private func alphabet(_ patterns: [SlowPattern], _ grammar: SlowGrammar) -> [Unicode.Scalar] {
    var letters: Set<Unicode.Scalar> = ["◊"]
    for pattern in patterns {
        for token in pattern.tokens {
            guard case .character(let scalar) = token else { continue }
            letters.insert(scalar)
            guard pattern.isCaseless else { continue }
            letters.formUnion(String(scalar).lowercased().unicodeScalars)
            letters.formUnion(String(scalar).uppercased().unicodeScalars)
        }
    }
    if grammar.colonsWanted > 0 { letters.insert(":") }
    return letters.sorted()
}

/// The places with those behind stars that may stay empty.
private func withSkippedStars(_ places: UInt64, _ tokens: [SlowToken]) -> UInt64 {
    var places = places
    for index in tokens.indices where tokens[index] == .any && places & (1 << UInt64(index)) != 0 {
        places |= 1 << UInt64(index + 1)
    }
    return places
}

private func step(_ places: UInt64, _ pattern: SlowPattern, _ letter: Unicode.Scalar) -> UInt64 {
    var following: UInt64 = 0
    for index in pattern.tokens.indices where places & (1 << UInt64(index)) != 0 {
        switch pattern.tokens[index] {
        case .any: following |= 1 << UInt64(index)
        case .one: following |= 1 << UInt64(index + 1)
        case .character(let expected):
            let isEqual =
                pattern.isCaseless
                ? slowLowercase(String(expected)) == slowLowercase(String(letter)) : expected == letter
            if isEqual { following |= 1 << UInt64(index + 1) }
        }
    }
    return withSkippedStars(following, pattern.tokens)
}
