import WritModel

/// The kinds of values that one key can have, as far as the atoms on it can tell them apart.
struct KeyCells {
    /// A text of each kind.
    let texts: [String]
    /// For each atom, by its place in `atoms`: the kinds that match a listed value. A bit for each text.
    let matching: [UInt128]
    /// The atoms' numbers.
    let atoms: [Int]
    /// Whether every kind of value is there.
    let isExact: Bool
    /// Whether the key may have a set of values, as a qualifier says.
    let isMultiValued: Bool

    /// Those of the key that the atoms are about.
    ///
    /// - Parameter fixed: The one value that the key has in this case, if it is fixed.
    /// - Parameter isMultiValued: Whether the key may have several values although no condition here says so.
    /// - Parameter notBefore: The first moment that counts, for the key of the request's moment.
    init(
        _ numbers: [Int], _ table: [Condition], _ dialect: Dialect, fixed: String? = nil,
        isMultiValued: Bool = false, notBefore: Instant? = nil
    ) {
        let conditions = numbers.map { table[$0] }
        atoms = numbers
        self.isMultiValued =
            fixed == nil && (isMultiValued || conditions.contains { $0.operator.qualifier != nil })
        let candidates = fixed.map { ([$0], true) } ?? valueCandidates(conditions, dialect)
        var texts: [String] = []
        var seen: Set<[Bool]> = []
        var matching = [UInt128](repeating: 0, count: numbers.count)
        var isExact = candidates.1
        var ordered = candidates.0
        if let notBefore {
            // The first moment that counts comes first, so that it is the usual witness.
            ordered =
                [notBefore.description]
                + ordered.filter { epochSeconds($0, dialect).map { $0 >= notBefore.epochSeconds } ?? false }
        }
        for text in ordered {
            let truths = conditions.map { condition in
                condition.values.contains { $0.matches(text, condition.operator.test, dialect) }
            }
            guard seen.insert(truths).inserted else { continue }
            guard texts.count < 128 else {
                isExact = false
                break
            }
            for (place, isMatch) in truths.enumerated() where isMatch {
                matching[place] |= 1 << UInt128(texts.count)
            }
            texts.append(text)
        }
        self.texts = texts
        self.matching = matching
        self.isExact = isExact
    }
}

/// Values such that every value of the key's type meets the conditions as one of them does; and whether that is so.
///
/// The type is what the operators read: with `Bool` among them the key is `true` or `false`, with numbers a number, and so on.
private func valueCandidates(_ conditions: [Condition], _ dialect: Dialect) -> ([String], Bool) {
    let values = conditions.flatMap(\.values)
    let tests = Set(conditions.map(\.operator.test))
    if tests.contains(.boolean) { return (["true", "false"], true) }
    let textConditions = conditions.filter { $0.operator.test.comparesText }
    let (texts, isExact) = textCandidates(textConditions)
    var typed: [String] = []
    let numbers = values.compactMap { if case .number(let number) = $0 { number } else { nil } }
    for number in DecimalNumber.samples(around: numbers) {
        let text = number.description
        // Another spelling, in case a text condition lists this one.
        typed += [text, text.contains(".") ? text + "0" : text + ".0"]
    }
    if !numbers.isEmpty || tests.contains(where: \.isNumber) {
        if typed.isEmpty { typed = ["0"] }
        return (texts.filter { DecimalNumber($0) != nil } + typed, isExact || textConditions.isEmpty)
    }
    if tests.contains(where: \.isDate) {
        let dates = values.compactMap { if case .date(let seconds) = $0 { seconds } else { nil } }
        typed = (dates.isEmpty ? [0] : dates).flatMap { [$0, $0 - 1, $0 + 1] }
            .map { Instant(epochSeconds: $0).description }
        return (texts.filter { epochSeconds($0, dialect) != nil } + typed, isExact)
    }
    if tests.contains(.address) {
        let ranges = values.compactMap { if case .range(let range) = $0 { range } else { nil } }
        typed = addressSamples(ranges)
        return (texts.filter { AddressRange($0) != nil } + typed, isExact && textConditions.isEmpty)
    }
    return (texts, isExact)
}

private func addressSamples(_ ranges: [AddressRange]) -> [String] {
    var result: [String] = []
    for isVersion6 in [false, true] {
        let last: UInt128 = isVersion6 ? .max : 0xFFFF_FFFF
        var points: Set<UInt128> = []
        for range in ranges where range.isVersion6 == isVersion6 {
            points.insert(range.first)
            if range.last < last { points.insert(range.last + 1) }
            if range.first > 0 { points.insert(range.first - 1) }
        }
        // Something outside every range: 192.0.2.1 and 2001:db8::1 are addresses of documentation.
        points.insert(isVersion6 ? 0x2001_0DB8_0000_0000_0000_0000_0000_0001 : 0xC000_0201)
        points.insert(0)
        result += points.sorted().map { AddressRange.text($0, isVersion6: isVersion6) }
    }
    return result
}

/// Texts of every kind that the patterns can tell apart.
private func textCandidates(_ conditions: [Condition]) -> ([String], Bool) {
    var globs: Set<Glob> = []
    var caseless: Set<Glob> = []
    for condition in conditions {
        for case .pattern(let pattern) in condition.values {
            guard let glob = pattern.constant else { continue }
            if condition.operator.test.isCaseless {
                caseless.insert(glob.caseFolded)
            } else {
                globs.insert(glob)
            }
        }
    }
    if globs.isEmpty {
        globs = caseless
    } else {
        // More spellings than there are patterns, so that one is none of them.
        for glob in caseless.sorted(by: inBytes) {
            globs.formUnion(spellings(of: glob, count: globs.count + 1))
        }
    }
    let patterns = globs.filter { !$0.isLiteral }
    let ones = patterns.reduce(0) { max($0, $1.oneCount) }
    // In order, and listed texts first: equal inputs give equal witnesses, and the usual one is a text that somebody wrote.
    var result = globs.filter(\.isLiteral).sorted(by: inBytes).map {
        String(decoding: $0.bytes, as: UTF8.self)
    }
    if patterns.isEmpty { return (result + [String(decoding: genericCharacter, as: UTF8.self)], true) }
    let groups = patterns.sorted(by: inBytes).map { [Box(segments: [$0])] }
    guard let boxes = refinements(of: .everything(1), by: groups, limit: 4096) else { return (result, false) }
    for box in boxes.sorted() {
        guard let texts = genericTexts(of: box.segments[0], ones: ones) else { return (result, false) }
        result += texts.map { String(decoding: $0, as: UTF8.self) }
    }
    return (result, true)
}

private func inBytes(_ a: Glob, _ b: Glob) -> Bool { a.bytes.lexicographicallyPrecedes(b.bytes) }

/// A pattern in lower case with some of its letters in upper case, in up to `count` ways.
private func spellings(of glob: Glob, count: Int) -> [Glob] {
    let letters = glob.bytes.indices.filter { (0x61...0x7A).contains(glob.bytes[$0]) }
    let ways = letters.count < 16 ? min(count, 1 << letters.count) : count
    return (0..<max(ways, 1)).map { way in
        var bytes = glob.bytes
        for (place, index) in letters.enumerated() where place < 62 && way >> place & 1 == 1 {
            bytes[index] -= 0x20
        }
        return Glob(bytes: bytes)
    }
}

extension ConditionTest {
    fileprivate var comparesText: Bool {
        switch self {
        case .text, .glob, .prefix, .suffix: true
        case .number, .date, .boolean, .address, .absence, .unknown: false
        }
    }

    fileprivate var isCaseless: Bool {
        switch self {
        case .text(let caseless), .glob(let caseless): caseless
        default: false
        }
    }

    fileprivate var isNumber: Bool { if case .number = self { true } else { false } }
    fileprivate var isDate: Bool { if case .date = self { true } else { false } }
}
