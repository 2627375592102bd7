/// A decimal number as sign, whole digits and fraction digits without needless zeros.
struct SlowDecimal: Hashable, Comparable {
    private let isNegative: Bool
    private let whole: String
    private let fraction: String

    /// `nil` unless the text is digits with an optional minus and an optional fraction.
    init?(_ text: String) {
        var rest = Substring(text)
        let minus = rest.hasPrefix("-")
        if minus { rest.removeFirst() }
        let parts = rest.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        for part in parts {
            guard !part.isEmpty, part.allSatisfy({ "0123456789".contains($0) }) else { return nil }
        }
        guard let first = parts.first else { return nil }
        whole = String(first.drop { $0 == "0" })
        var last = parts.count == 2 ? String(parts[1]) : ""
        while last.hasSuffix("0") { last.removeLast() }
        fraction = last
        isNegative = minus && !(whole.isEmpty && fraction.isEmpty)
    }

    static func < (left: SlowDecimal, right: SlowDecimal) -> Bool {
        if left.isNegative != right.isNegative { return left.isNegative }
        if left.isNegative { return smaller(right, left) }
        return smaller(left, right)
    }

    /// Compares without signs.
    private static func smaller(_ left: SlowDecimal, _ right: SlowDecimal) -> Bool {
        if left.whole.count != right.whole.count { return left.whole.count < right.whole.count }
        if left.whole != right.whole { return left.whole < right.whole }
        return left.fraction < right.fraction
    }
}

/// Seconds since 1970 of a moment, without fractions; `nil` where the text is none.
///
/// Read are RFC 3339 times and days, and where asked whole seconds.
func slowMoment(_ text: String, secondsCount: Bool) -> Int? {
    if secondsCount, let seconds = Int(text), !text.hasPrefix("+") { return seconds }
    let characters = Array(text)
    func number(_ from: Int, _ to: Int) -> Int? {
        guard characters.count >= to else { return nil }
        let part = characters[from..<to]
        return part.allSatisfy { "0123456789".contains($0) } ? Int(String(part)) : nil
    }
    func isAt(_ index: Int, _ expected: Character) -> Bool {
        index < characters.count && characters[index] == expected
    }
    guard let year = number(0, 4), isAt(4, "-"), let month = number(5, 7), isAt(7, "-"),
        let day = number(8, 10), (1...12).contains(month), day >= 1, day <= slowDays(inMonth: month, of: year)
    else { return nil }
    var seconds = slowDaysBefore(year: year, month: month, day: day) * 86400
    if characters.count == 10 { return seconds }
    guard isAt(10, "T") || isAt(10, "t"), let hour = number(11, 13), hour < 24, isAt(13, ":"),
        let minute = number(14, 16), minute < 60, isAt(16, ":"), let second = number(17, 19), second < 60
    else { return nil }
    seconds += hour * 3600 + minute * 60 + second
    var index = 19
    if isAt(index, ".") {
        index += 1
        let start = index
        while index < characters.count, "0123456789".contains(characters[index]) { index += 1 }
        guard index > start else { return nil }
    }
    if isAt(index, "Z") || isAt(index, "z") {
        return index + 1 == characters.count ? seconds : nil
    }
    guard isAt(index, "+") || isAt(index, "-"), let hours = number(index + 1, index + 3), hours < 24,
        isAt(index + 3, ":"), let minutes = number(index + 4, index + 6), minutes < 60,
        characters.count == index + 6
    else { return nil }
    let offset = hours * 3600 + minutes * 60
    return isAt(index, "+") ? seconds - offset : seconds + offset
}

private func slowIsLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

private func slowDays(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: slowIsLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
}

/// Days from the first of January 1970, counted month by month.
private func slowDaysBefore(year: Int, month: Int, day: Int) -> Int {
    var days = 0
    for passed in min(year, 1970)..<max(year, 1970) {
        let length = slowIsLeap(passed) ? 366 : 365
        days += year >= 1970 ? length : -length
    }
    for passed in 1..<month { days += slowDays(inMonth: passed, of: year) }
    return days + day - 1
}
