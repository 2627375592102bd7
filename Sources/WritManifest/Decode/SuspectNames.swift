/// The names that stand after a `name:` in a text that could not be read as YAML.
func namesDeclared(in bytes: [UInt8]) -> Set<String> {
    var names: Set<String> = []
    var rest = bytes[...]
    while let start = index(of: "name", in: rest) {
        rest = rest[(start + 4)...]
        var value = rest
        if let first = value.first, isQuote(first) { value = value.dropFirst() }
        value = value.drop { $0 == 0x20 }
        guard value.first == UInt8(ascii: ":") else { continue }
        value = value.dropFirst().drop { $0 == 0x20 }
        if let quote = value.first, isQuote(quote) {
            value = value.dropFirst().prefix { $0 != quote && $0 != 0x0A }
        } else {
            value = value.prefix { ![0x0A, 0x0D, UInt8(ascii: ","), UInt8(ascii: "}")].contains($0) }
        }
        let trimmed = value.drop { $0 == 0x20 }.reversed().drop { $0 == 0x20 }.reversed()
        if !trimmed.isEmpty { names.insert(String(decoding: Array(trimmed), as: UTF8.self)) }
    }
    return names
}

private func isQuote(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }
