/// Values for the keys that stand in patterns, such that what the documents say of any values they say of one of these choices.
///
/// A key can be absent, have a text that nothing else mentions, or one that makes its pattern meet another pattern.
///
/// - Parameter fixed: Keys that have one value in every request.
/// - Returns: The choices, and what could not be followed.
func variableCases(
    _ statements: [Statement], fixed: [String: String]
) -> ([[String: String?]], Set<OpenReason>) {
    let start = fixed.mapValues { Optional.some($0) }
    if !statements.contains(where: \.hasVariable) { return ([start], []) }
    let places = PatternPlaces(statements)
    let keys = Set(places.patterns.flatMap(\.keys)).subtracting(fixed.keys).sorted()
    if keys.isEmpty { return ([start], []) }
    var reasons: Set<OpenReason> = []
    var result: [[String: String?]] = [start]
    for (number, key) in keys.enumerated() {
        // A text of its own for each key, that no pattern holds.
        var values: Set<String> = ["\u{25C7}\(number)"]
        for place in places.byPlace {
            for pattern in place where pattern.keys.contains(key) {
                collect(pattern, key, among: place, &values, &reasons)
            }
        }
        values.formUnion(places.listedTexts(of: key))
        let choices: [String?] = values.sorted().map { .some($0) } + [nil]
        result = result.flatMap { start in choices.map { start.merging([key: $0]) { _, new in new } } }
        if result.count > 256 {
            reasons.insert(.tooManyCases("values of variables"))
            return (Array(result.prefix(256)), reasons)
        }
    }
    return (result, reasons)
}

/// The texts of `key` with which `pattern` meets another pattern of its place.
private func collect(
    _ pattern: TextPattern, _ key: String, among place: Set<TextPattern>, _ values: inout Set<String>,
    _ reasons: inout Set<OpenReason>
) {
    let wide = pattern.widened
    let texts = genericTexts(of: wide, ones: 0)
    for other in place where other != pattern {
        let otherWide = other.widened
        // The other pattern takes whatever this one does, or nothing of it.
        if other.constant != nil, texts?.allSatisfy(otherWide.matches) == true { continue }
        guard let parts = meet(wide, otherWide) else {
            reasons.insert(.tooManyCases("values of variables"))
            continue
        }
        for part in parts {
            for text in genericTexts(of: part, ones: 0) ?? [] {
                if let value = pattern.value(of: key, in: text) {
                    values.insert(value)
                } else {
                    reasons.insert(.variable(pattern.widened.description))
                }
            }
        }
    }
}

extension Statement {
    /// Whether a request's own values stand in it.
    fileprivate var hasVariable: Bool {
        let hasOne = { (pattern: ResourcePattern) in
            pattern.segments?.contains { $0.constant == nil } ?? false
        }
        return resources.included?.contains(where: hasOne) ?? false
            || resources.excluded.contains(where: hasOne)
            || conditions.contains { $0.values.contains(where: \.hasVariable) }
    }
}

extension TextPattern {
    /// What `key` has to be for the pattern to be `text`, where nothing else in the pattern is free.
    fileprivate func value(of key: String, in text: [UInt8]) -> String? {
        guard let place = parts.firstIndex(where: { if case .variable(key, _) = $0 { true } else { false } }),
            let start = literal(parts[..<place]), let end = literal(parts[(place + 1)...]),
            text.count >= start.count + end.count
        else { return nil }
        return String(decoding: text.dropFirst(start.count).dropLast(end.count), as: UTF8.self)
    }

    private func literal(_ parts: ArraySlice<Part>) -> [UInt8]? {
        var result: [UInt8] = []
        for part in parts {
            guard case .bytes(let bytes) = part, bytes.allSatisfy({ $0 < Glob.one }) else { return nil }
            result += bytes
        }
        return result
    }
}

/// The patterns of documents by where they stand, as far as variables stand there too: those of one place are matched against one text.
private struct PatternPlaces {
    private enum Place: Hashable {
        /// A segment of a resource.
        case segment(Int)
        /// The values of a condition key.
        case key(String)
    }

    private var places: [Place: Set<TextPattern>] = [:]

    init(_ statements: [Statement]) {
        // First where variables stand, and the keys whose values they are.
        visit(statements) { place, pattern in
            if pattern.constant != nil { return }
            places[place] = []
            for key in pattern.keys { places[.key(key)] = [] }
        }
        visit(statements) { place, pattern in
            if places[place] != nil { places[place]?.insert(pattern) }
        }
    }

    private func visit(_ statements: [Statement], _ body: (Place, TextPattern) -> Void) {
        for id in statements.indices {
            for list in [statements[id].resources.included ?? [], statements[id].resources.excluded] {
                for index in list.indices {
                    guard let segments = list[index].segments else { continue }
                    for (number, segment) in segments.enumerated() { body(.segment(number), segment) }
                }
            }
            for condition in statements[id].conditions {
                for case .pattern(let pattern) in condition.values { body(.key(condition.key), pattern) }
            }
        }
    }

    /// The patterns of each place.
    var byPlace: some Collection<Set<TextPattern>> { places.values }

    /// Those with variables.
    var patterns: [TextPattern] { places.values.joined().filter { $0.constant == nil } }

    /// What conditions on the key itself list.
    func listedTexts(of key: String) -> [String] {
        (places[.key(key)] ?? []).compactMap { pattern in
            guard let glob = pattern.constant, let text = genericTexts(of: glob, ones: 0)?.first else {
                return nil
            }
            return String(decoding: text, as: UTF8.self)
        }
    }
}
