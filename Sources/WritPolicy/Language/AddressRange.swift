/// The addresses of a network, or one address.
package struct AddressRange: Hashable, Sendable {
    /// Whether the addresses are IPv6.
    package let isVersion6: Bool
    /// The first address; IPv4 in the low 32 bits.
    package let first: UInt128
    /// The last address.
    package let last: UInt128

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

    /// Whether every address of `other` is in it.
    package func contains(_ other: AddressRange) -> Bool {
        isVersion6 == other.isVersion6 && first <= other.first && other.last <= last
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
