/// An address as the bits of its text, most significant first: 32 or 128 of them.
///
/// `nil` where the text is no address.
func slowAddressBits(_ text: String) -> [Bool]? {
    let bytes = text.contains(":") ? slowBytes6(text) : slowBytes4(text)
    return bytes?.flatMap { byte in (0..<8).map { byte & (128 >> $0) != 0 } }
}

/// The bits that all addresses of a range share, and how many bits they have; an address alone is a range of one.
///
/// `nil` where the range cannot be read.
func slowNetwork(_ range: String) -> (prefix: [Bool], width: Int)? {
    let parts = range.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count <= 2, let bits = slowAddressBits(parts[0]) else { return nil }
    guard parts.count == 2 else { return (bits, bits.count) }
    guard parts[1].allSatisfy({ "0123456789".contains($0) }), let length = Int(parts[1]), length <= bits.count
    else { return nil }
    return (Array(bits.prefix(length)), bits.count)
}

private func slowBytes4(_ text: String) -> [Int]? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 4 else { return nil }
    var bytes: [Int] = []
    for part in parts {
        guard (1...3).contains(part.count), part.allSatisfy({ "0123456789".contains($0) }),
            let byte = Int(part), byte < 256, String(byte) == part
        else { return nil }
        bytes.append(byte)
    }
    return bytes
}

private func slowBytes6(_ text: String) -> [Int]? {
    var halves = [text, ""]
    var isShortened = false
    let characters = Array(text)
    for index in characters.indices.dropLast() where characters[index] == ":" && characters[index + 1] == ":"
    {
        guard !isShortened else { return nil }
        isShortened = true
        halves = [String(characters[..<index]), String(characters[(index + 2)...])]
    }
    guard let head = slowGroups(halves[0]), let tail = slowGroups(halves[1]) else { return nil }
    let missing = 16 - head.count - tail.count
    guard isShortened ? missing >= 2 : missing == 0 else { return nil }
    return head + Array(repeating: 0, count: missing) + tail
}

/// The bytes of groups between colons, the last of which may be an IPv4 address.
private func slowGroups(_ text: String) -> [Int]? {
    guard !text.isEmpty else { return [] }
    var bytes: [Int] = []
    let groups = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    for (index, group) in groups.enumerated() {
        if group.contains(".") {
            guard index == groups.count - 1, let four = slowBytes4(group) else { return nil }
            bytes += four
        } else {
            guard (1...4).contains(group.count), group.allSatisfy({ $0.isHexDigit && $0.isASCII }),
                let value = Int(group, radix: 16)
            else { return nil }
            bytes += [value / 256, value % 256]
        }
    }
    return bytes
}
