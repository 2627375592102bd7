internal import WritModel
internal import WritPolicy

/// The actions, resource segments and values among which a difference is looked for.
struct SlowCandidates {
    var actions: [String]
    /// For each segment of a resource.
    var segments: [[String]]
    /// Values for each key in lower case.
    var values: [String: [String]]
}

/// What the statements of both sides compare requests with.
struct SlowAtoms {
    let dialect: Dialect
    let options: ReadingOptions
    let statements: [SlowStatement]

    /// How many segments a resource is cut into.
    var segmentCount: Int { options.flat ? 1 : dialect == .aws ? 6 : 5 }

    /// How many colons a well-formed action has; any number where it is one text.
    var actionColons: Int { options.flat ? 0 : dialect == .huawei ? 2 : 1 }

    /// Every text compared as a whole with the action.
    var actionPatterns: [SlowPattern] {
        statements.flatMap(\.actionTexts).flatMap { patterns($0, isCaseless: true) }
    }

    /// The patterns of one segment of resources.
    func segmentPatterns(_ index: Int) -> [SlowPattern] {
        let caseless = dialect == .huawei && !options.flat && (index == 0 || index == 3)
        return statements.flatMap(\.resourceTexts).compactMap { slowSegments($0, segmentCount)?[index] }
            .flatMap { patterns($0, isCaseless: caseless) }
    }

    /// Both readings of `?`, whichever the dialect takes.
    private func patterns(_ text: String, isCaseless: Bool) -> [SlowPattern] {
        let tokens = [slowTokens(text), slowTokens(text, questionMarkIsWildcard: false)]
        return Set(tokens).map { SlowPattern(tokens: $0, isCaseless: isCaseless) }
    }

    /// The entries of conditions by their key in lower case: operator and listed values.
    var entries: [String: [(operator: String, listed: [String])]] {
        var entries: [String: [(operator: String, listed: [String])]] = [:]
        for condition in statements.compactMap(\.condition) {
            for entry in condition.members ?? [] {
                for key in entry.value.members ?? [] {
                    entries[slowLowercase(key.name), default: []].append((entry.name, slowTexts(key.value)))
                }
            }
        }
        return entries
    }
}

/// A resource pattern cut into segments; `nil` where it is too short and does not end in a star.
func slowSegments(_ pattern: String, _ count: Int) -> [String]? {
    var parts = slowCut(pattern, into: count)
    guard parts.count == count || parts[parts.count - 1].hasSuffix("*") else { return nil }
    while parts.count < count { parts.append("*") }
    return parts
}

extension SlowAtoms {
    /// Every text over the letters a and b and one more, up to a length, after segments of at most one; all values that
    /// are listed or near those.
    func enumerated(length: Int) -> SlowCandidates {
        let texts = Self.texts(upTo: length)
        let short = Self.texts(upTo: 1)
        var actions = texts
        for _ in 0..<actionColons {
            actions = short.flatMap { first in actions.map { first + ":" + $0 } }
        }
        return SlowCandidates(
            actions: actions,
            segments: (0..<segmentCount).map { index in
                index == segmentCount - 1 ? texts : short
            },
            values: entries.mapValues { entries in
                typed(Self.texts(upTo: 2) + near(entries), entries)
            })
    }

    /// One text for each cell of each dimension; `nil` where they are too many.
    func cells() -> SlowCandidates? {
        let grammar: SlowGrammar = actionColons == 0 ? .free : .colons(actionColons)
        guard let actions = slowCells(actionPatterns, grammar) else { return nil }
        var segments: [[String]] = []
        for index in 0..<segmentCount {
            let isLast = index == segmentCount - 1
            guard let texts = slowCells(segmentPatterns(index), isLast ? .free : .withoutColon) else {
                return nil
            }
            segments.append(texts)
        }
        var values: [String: [String]] = [:]
        for (key, entries) in entries {
            var patterns: [SlowPattern] = []
            for entry in entries {
                guard let meant = SlowOperator(entry.operator, dialect) else { continue }
                for text in entry.listed {
                    let isGlob = meant.comparison == .glob
                    let tokens = isGlob ? slowTokens(text) : slowCharacters(text)
                    let before: [SlowToken] = meant.comparison == .suffix ? [.any] : []
                    let after: [SlowToken] = meant.comparison == .prefix ? [.any] : []
                    patterns.append(
                        SlowPattern(tokens: before + tokens + after, isCaseless: meant.isCaseless))
                }
            }
            guard let texts = slowCells(patterns, .free) else { return nil }
            values[key] = typed(texts + near(entries), entries)
        }
        return SlowCandidates(actions: actions, segments: segments, values: values)
    }

    /// Whether a qualifier says that the key has a set of values.
    func isSet(_ key: String) -> Bool {
        (entries[key] ?? []).contains {
            SlowOperator($0.operator, dialect).map { $0.qualifier != .none } ?? false
        }
    }

    private func near(_ entries: [(operator: String, listed: [String])]) -> [String] {
        slowNearValues(entries.flatMap(\.listed), secondsCount: dialect == .aws)
    }

    /// The values of the type that the operators on a key read: a comparison looks at no others.
    private func typed(_ values: [String], _ entries: [(operator: String, listed: [String])]) -> [String] {
        let comparisons = entries.compactMap { SlowOperator($0.operator, dialect)?.comparison }
        if comparisons.contains(.boolean) { return ["true", "false"] }
        func has(_ isOne: (SlowOperator.Comparison) -> Bool) -> Bool { comparisons.contains(where: isOne) }
        if has({ if case .number = $0 { true } else { false } }) {
            return (values + ["0"]).filter { SlowDecimal($0) != nil }
        }
        if has({ if case .date = $0 { true } else { false } }) {
            return (values + ["1970-01-01"]).filter { slowMoment($0, secondsCount: dialect == .aws) != nil }
        }
        if comparisons.contains(.address) {
            return (values + ["203.0.113.77", "2001:db8:ffff::77"]).filter { slowAddressBits($0) != nil }
        }
        return values
    }

    private static func texts(upTo length: Int) -> [String] {
        var all = [""]
        var last = [""]
        for _ in 0..<length {
            last = last.flatMap { text in ["a", "b", "◊"].map { text + $0 } }
            all += last
        }
        return all
    }
}

/// The listed values, and those beside them as numbers, moments and addresses.
func slowNearValues(_ listed: [String], secondsCount: Bool) -> [String] {
    var values = listed + listed.map { slowLowercase($0) } + ["true", "false", "◊"]
    let numbers = listed.compactMap { SlowDecimal($0) == nil ? nil : Double($0) }.sorted()
    for (low, high) in zip(numbers, numbers.dropFirst()) { values.append(String((low + high) / 2)) }
    if let low = numbers.first, let high = numbers.last { values += [String(low - 1), String(high + 1)] }
    for text in listed {
        if let seconds = slowMoment(text, secondsCount: secondsCount) {
            values += [seconds - 1, seconds, seconds + 1].map(slowTimeText)
        }
        if let network = slowNetwork(text) {
            let rest = network.width - network.prefix.count
            let first = network.prefix + Array(repeating: false, count: rest)
            let last = network.prefix + Array(repeating: true, count: rest)
            for bits in [first, last, slowNeighbour(first, true), slowNeighbour(last, false)] {
                if let bits { values.append(slowAddressText(bits)) }
            }
            values += ["203.0.113.77", "2001:db8:ffff::77"]
        }
    }
    return Array(Set(values)).sorted()
}

/// The RFC 3339 text of a moment, found day by day.
private func slowTimeText(_ seconds: Int) -> String {
    var year = 1970
    while let next = slowMoment("\(year + 1)-01-01", secondsCount: false), next <= seconds { year += 1 }
    while let this = slowMoment("\(year)-01-01", secondsCount: false), this > seconds { year -= 1 }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    var month = 12
    while month > 1, let start = slowMoment("\(year)-\(two(month))-01", secondsCount: false), start > seconds
    {
        month -= 1
    }
    let start = slowMoment("\(year)-\(two(month))-01", secondsCount: false) ?? 0
    let rest = seconds - start
    return "\(year)-\(two(month))-\(two(rest / 86400 + 1))T"
        + "\(two(rest % 86400 / 3600)):\(two(rest % 3600 / 60)):\(two(rest % 60))Z"
}

/// The address before or after one, `nil` at the ends.
private func slowNeighbour(_ bits: [Bool], _ isBefore: Bool) -> [Bool]? {
    // Before: the last one becomes zero and all behind it ones; after: the other way round.
    guard let index = bits.lastIndex(of: isBefore) else { return nil }
    return bits[..<index] + [!isBefore] + bits[(index + 1)...].map { _ in isBefore }
}

private func slowAddressText(_ bits: [Bool]) -> String {
    func number(_ range: Range<Int>) -> Int { bits[range].reduce(0) { $0 * 2 + ($1 ? 1 : 0) } }
    if bits.count == 32 { return (0..<4).map { String(number($0 * 8..<$0 * 8 + 8)) }.joined(separator: ".") }
    return (0..<8).map { String(number($0 * 16..<$0 * 16 + 16), radix: 16) }.joined(separator: ":")
}
