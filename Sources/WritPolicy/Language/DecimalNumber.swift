/// A decimal number of any length, exact.
package struct DecimalNumber: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// Below zero; never for zero.
    private let isNegative: Bool
    /// Digits before the point without leading zeros.
    private let whole: [UInt8]
    /// Digits after the point without trailing zeros.
    private let fraction: [UInt8]

    /// Reads an optional sign, digits, and optionally a point and digits.
    package init?(_ text: String) {
        var rest = Array(text.utf8)[...]
        let negative = rest.first == UInt8(ascii: "-")
        if negative || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
        let parts = rest.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, !whole.isEmpty, whole.allSatisfy(isDigit),
            parts.count == 1 || (!parts[1].isEmpty && parts[1].allSatisfy(isDigit))
        else { return nil }
        self.init(negative, Array(whole), parts.count == 2 ? Array(parts[1]) : [])
    }

    private init(_ negative: Bool, _ whole: [UInt8], _ fraction: [UInt8]) {
        self.whole = Array(whole.drop { $0 == UInt8(ascii: "0") })
        var fraction = fraction
        while fraction.last == UInt8(ascii: "0") { fraction.removeLast() }
        self.fraction = fraction
        self.isNegative = negative && !(self.whole.isEmpty && fraction.isEmpty)
    }

    package var description: String {
        let start = (isNegative ? "-" : "") + (whole.isEmpty ? "0" : String(decoding: whole, as: UTF8.self))
        return fraction.isEmpty ? start : start + "." + String(decoding: fraction, as: UTF8.self)
    }

    package static func < (a: Self, b: Self) -> Bool {
        if a.isNegative != b.isNegative { return a.isNegative }
        return a.isNegative ? b.isCloserToZero(than: a) : a.isCloserToZero(than: b)
    }

    private func isCloserToZero(than other: Self) -> Bool {
        if whole.count != other.whole.count { return whole.count < other.whole.count }
        if whole != other.whole { return whole.lexicographicallyPrecedes(other.whole) }
        return fraction.lexicographicallyPrecedes(other.fraction)
    }

    /// Numbers such that every number compares to each of `bounds` as one of them does: the bounds, one between each two
    /// neighbours, one below and one above all.
    package static func samples(around bounds: [DecimalNumber]) -> [DecimalNumber] {
        let sorted = Set(bounds).sorted()
        guard let first = sorted.first, let last = sorted.last else { return [] }
        let digits = (sorted.map(\.fraction.count).max() ?? 0) + 1
        var result = [first.stepped(digits: digits, up: false), last.stepped(digits: digits, up: true)]
        for (low, high) in zip(sorted, sorted.dropFirst()) {
            // The neighbours differ by more than the step, which is one digit finer than both.
            result.append(
                low.isNegative && !high.isNegative && high.description != "0"
                    ? DecimalNumber(false, [], []) : low.stepped(digits: digits, up: true))
        }
        return sorted + result
    }

    /// The number one unit of the last of `digits` fraction digits away; whole numbers go a whole step outwards.
    private func stepped(digits: Int, up: Bool) -> DecimalNumber {
        let padded = fraction + Array(repeating: UInt8(ascii: "0"), count: digits - fraction.count)
        var all = whole + padded
        if isNegative == up, !(whole.isEmpty && fraction.isEmpty) {
            var index = all.count - 1
            while index >= 0, all[index] == UInt8(ascii: "0") {
                all[index] = UInt8(ascii: "9")
                index -= 1
            }
            if index >= 0 { all[index] -= 1 }
            return DecimalNumber(isNegative, Array(all.dropLast(digits)), Array(all.suffix(digits)))
        }
        all[all.count - 1] += 1
        let negative = whole.isEmpty && fraction.isEmpty ? !up : isNegative
        return DecimalNumber(negative, Array(all.dropLast(digits)), Array(all.suffix(digits)))
    }
}

private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
