/// Addresses from a first to a last one, such as those of a network.
package struct AddressRange: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Whether the addresses are IPv6.
    package let isVersion6: Bool
    /// The first address; IPv4 in the low 32 bits.
    package let first: UInt128
    /// The last address.
    package let last: UInt128

    /// IPv4 before IPv6, then by the first address.
    package static func < (a: AddressRange, b: AddressRange) -> Bool {
        (a.isVersion6 ? 1 : 0, a.first, a.last) < (b.isVersion6 ? 1 : 0, b.first, b.last)
    }

    /// Every IPv4 address.
    package static let everyVersion4 = AddressRange(isVersion6: false, first: 0, last: UInt128(UInt32.max))

    /// Every IPv6 address.
    package static let everyVersion6 = AddressRange(isVersion6: true, first: 0, last: .max)

    /// Reads `10.0.0.0/8`, `2001:db8::/32` or a single address; bits behind the prefix do not count.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let address = parts.first else { return nil }
        let value: UInt128
        if let four = version4(address) {
            value = UInt128(four)
            isVersion6 = false
        } else if let six = version6(address) {
            value = six
            isVersion6 = true
        } else {
            return nil
        }
        let width = isVersion6 ? 128 : 32
        var length = width
        if parts.count == 2 {
            guard !parts[1].isEmpty, parts[1].count <= 3,
                parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }),
                let number = Int(parts[1]), number <= width
            else { return nil }
            length = number
        }
        let host = width - length
        let mask: UInt128 = host >= 128 ? .max : (UInt128(1) << UInt128(host)) - 1
        first = value & ~mask
        last = value | mask
    }

    /// Reads what ``init(_:)`` does, and `10.0.0.4-10.0.0.9`.
    package init?(bounds text: String) {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2 else {
            self.init(text)
            return
        }
        guard let low = AddressRange(String(ends[0])), let high = AddressRange(String(ends[1])),
            low.first == low.last, high.first == high.last, low.isVersion6 == high.isVersion6,
            low.first <= high.last
        else { return nil }
        self.init(isVersion6: low.isVersion6, first: low.first, last: high.last)
    }

    private init(isVersion6: Bool, first: UInt128, last: UInt128) {
        self.isVersion6 = isVersion6
        self.first = first
        self.last = last
    }

    /// One address, a network, or first and last address: always the same text for the same addresses.
    package var description: String {
        let text = { AddressRange.shortText($0, isVersion6: isVersion6) }
        let size = last - first
        // A network has as many addresses as a power of two, and starts at a multiple of it.
        guard size & (size &+ 1) == 0, first & size == 0 else { return "\(text(first))-\(text(last))" }
        let length = (isVersion6 ? 128 : 32) - (128 - size.leadingZeroBitCount)
        return size == 0 ? text(first) : "\(text(first))/\(length)"
    }

    /// Whether every address of `other` is in it.
    package func contains(_ other: AddressRange) -> Bool {
        isVersion6 == other.isVersion6 && first <= other.first && other.last <= last
    }

    /// The text of one address; the longest run of zeros of an IPv6 address as `::` (RFC 5952).
    private static func shortText(_ address: UInt128, isVersion6: Bool) -> String {
        let text = text(address, isVersion6: isVersion6)
        guard isVersion6 else { return text }
        let groups = text.split(separator: ":")
        var longest = 0..<0
        var start: Int?
        for index in 0...groups.count {
            if index < groups.count, groups[index] == "0" {
                start = start ?? index
            } else if let from = start {
                if index - from > longest.count { longest = from..<index }
                start = nil
            }
        }
        guard longest.count > 1 else { return text }
        return groups[..<longest.lowerBound].joined(separator: ":") + "::"
            + groups[longest.upperBound...].joined(separator: ":")
    }

    /// The text of one address.
    package static func text(_ address: UInt128, isVersion6: Bool) -> String {
        if !isVersion6 {
            return [24, 16, 8, 0].map { String(UInt8(truncatingIfNeeded: address >> UInt128($0))) }
                .joined(separator: ".")
        }
        return stride(from: 112, through: 0, by: -16)
            .map { String(UInt16(truncatingIfNeeded: address >> UInt128($0)), radix: 16) }
            .joined(separator: ":")
    }
}

extension [AddressRange] {
    /// Whether every address of `range` is in one of these.
    package func cover(_ range: AddressRange) -> Bool {
        var next = range.first
        for part in filter({ $0.isVersion6 == range.isVersion6 }).sorted(by: { $0.first < $1.first }) {
            if part.first > next { return false }
            if part.last >= range.last { return true }
            next = Swift.max(next, part.last + 1)
        }
        return false
    }
}

private func version4(_ text: Substring) -> UInt32? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var result: UInt32 = 0
    for part in parts {
        guard (1...3).contains(part.utf8.count), part.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let byte = UInt8(part), part.utf8.count == 1 || part.first != "0"
        else { return nil }
        result = result << 8 | UInt32(byte)
    }
    return result
}

private func version6(_ text: Substring) -> UInt128? {
    var text = text
    var tail: [UInt16] = []
    if text.contains("."), let colon = text.lastIndex(of: ":") {
        guard let four = version4(text[text.index(after: colon)...]) else { return nil }
        tail = [UInt16(four >> 16), UInt16(truncatingIfNeeded: four)]
        text = text[...colon]
        if text.hasSuffix("::") == false { text = text.dropLast() }
    }
    let halves = doubleColonHalves(text)
    guard halves.count <= 2 else { return nil }
    var groups: [[UInt16]] = []
    for half in halves {
        var numbers: [UInt16] = []
        if !half.isEmpty {
            for part in half.split(separator: ":", omittingEmptySubsequences: false) {
                guard (1...4).contains(part.utf8.count), let number = UInt16(part, radix: 16),
                    part.first != "+", part.first != "-"
                else { return nil }
                numbers.append(number)
            }
        }
        groups.append(numbers)
    }
    groups[groups.count - 1] += tail
    let given = groups.reduce(0) { $0 + $1.count }
    if groups.count == 1 {
        guard given == 8 else { return nil }
    } else {
        guard given < 8 else { return nil }
        groups[0] += Array(repeating: 0, count: 8 - given)
    }
    return groups.joined().reduce(0) { $0 << 16 | UInt128($1) }
}

/// The text cut at `::`; more than two parts where it stands twice.
private func doubleColonHalves(_ text: Substring) -> [Substring] {
    var halves: [Substring] = []
    var rest = text
    while let index = rest.indices.first(where: { rest[$0...].hasPrefix("::") }) {
        halves.append(rest[..<index])
        rest = rest[rest.index(index, offsetBy: 2)...]
    }
    return halves + [rest]
}
