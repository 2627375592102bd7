internal import WritModel

/// What is true of some text, or some value, of those looked at.
///
/// Each fact is a cheap question that says *perhaps*: a rule that finds it missing has nothing to look at. It goes by bytes,
/// so that a text beyond ASCII has ``odd`` and what rules ask of characters is for them to see.
package struct TextFacts: OptionSet, Hashable, Sendable {
    /// One bit a fact.
    package let rawValue: UInt16

    /// The facts of these bits.
    package init(rawValue: UInt16) { self.rawValue = rawValue }

    /// A byte that is neither a space nor visible ASCII.
    package static let odd = TextFacts(rawValue: 1)
    /// A space.
    package static let space = TextFacts(rawValue: 1 << 1)
    /// A `$`.
    package static let dollar = TextFacts(rawValue: 1 << 2)
    /// A `?`.
    package static let question = TextFacts(rawValue: 1 << 3)
    /// A `*`.
    package static let star = TextFacts(rawValue: 1 << 4)
    /// A visible ASCII character.
    package static let visible = TextFacts(rawValue: 1 << 5)
    /// A `:`.
    package static let colon = TextFacts(rawValue: 1 << 6)
    /// A text without a visible ASCII character, or an empty list or object.
    package static let blank = TextFacts(rawValue: 1 << 7)
    /// A number, a truth value or null.
    package static let other = TextFacts(rawValue: 1 << 8)
    /// An object, or a list in a list.
    package static let nested = TextFacts(rawValue: 1 << 9)
    /// A text with exactly one colon, which is neither its first nor its last character.
    package static let twoSegments = TextFacts(rawValue: 1 << 10)
    /// The same with two colons, which may stand side by side.
    package static let threeSegments = TextFacts(rawValue: 1 << 11)
    /// A text with another number of colons, or one at an end.
    package static let otherSegments = TextFacts(rawValue: 1 << 12)
    /// A `*` or `?` before the first of a text's colons.
    package static let wildService = TextFacts(rawValue: 1 << 13)

    /// The facts of all texts and values in one.
    init(_ value: JSONValue) {
        self.init()
        take(value)
    }

    private mutating func take(_ value: JSONValue) {
        switch value {
        case .string(let text): take(text)
        case .array(let items):
            if items.isEmpty { insert(.blank) }
            for index in items.indices {
                if case .array = items[index] { insert(.nested) }
                take(items[index])
            }
        case .object(let members):
            insert(members.isEmpty ? [.blank, .nested] : .nested)
            for index in members.indices { take(members[index].value) }
        case .null, .boolean, .number: insert(.other)
        }
    }

    private mutating func take(_ text: String) {
        var text = text
        self = text.withUTF8 { bytes in
            var (all, colons) = (UInt8(0), 0)
            byteFacts.withUnsafeBufferPointer { facts in
                for byte in bytes {
                    all |= facts[Int(byte)]
                    colons &+= byte == UInt8(ascii: ":") ? 1 : 0
                }
            }
            var facts = union(TextFacts(rawValue: UInt16(all)))
            if all & UInt8(TextFacts.visible.rawValue) == 0 { facts.insert(.blank) }
            let isEdged = bytes.first == UInt8(ascii: ":") || bytes.last == UInt8(ascii: ":")
            switch colons {
            case 1 where !isEdged: facts.insert(.twoSegments)
            case 2 where !isEdged: facts.insert(.threeSegments)
            default: facts.insert(.otherSegments)
            }
            if colons > 0, !TextFacts(rawValue: UInt16(all)).isDisjoint(with: [.star, .question]),
                bytes.first(where: { $0 == 0x2A || $0 == 0x3F || $0 == 0x3A }) != UInt8(ascii: ":")
            {
                facts.insert(.wildService)
            }
            return facts
        }
    }
}

/// By byte, what it makes true of a text.
private let byteFacts: [UInt8] = (0...255).map { (byte: UInt8) in
    let facts: TextFacts =
        switch byte {
        case 0x20: .space
        case UInt8(ascii: "$"): [.dollar, .visible]
        case UInt8(ascii: "?"): [.question, .visible]
        case UInt8(ascii: "*"): [.star, .visible]
        case UInt8(ascii: ":"): [.colon, .visible]
        case 0x21..<0x7F: .visible
        default: .odd
        }
    return UInt8(truncatingIfNeeded: facts.rawValue)
}
