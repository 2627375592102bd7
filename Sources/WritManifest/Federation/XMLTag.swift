/// The bytes of an XML text and what can be asked of them without reading it.
struct XMLBytes {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The text of a part.
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// Whether `word` stands at an offset.
    func has(_ word: String, at start: Int) -> Bool { bytes[start...].starts(with: word.utf8) }

    /// Where `word` stands next.
    func find(_ word: String, from start: Int) -> Int? {
        guard let first = word.utf8.first else { return nil }
        var place = start
        while let next = bytes[place...].firstIndex(of: first) {
            if has(word, at: next) { return next }
            place = next + 1
        }
        return nil
    }

    /// Where a name that starts at an offset ends.
    func nameEnd(from start: Int) -> Int {
        let start = min(start, bytes.count)
        return bytes[start...].firstIndex { byte in
            isXMLSpace(byte) || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
                || byte == UInt8(ascii: "=") || byte == UInt8(ascii: "<")
        } ?? bytes.count
    }

    /// Where the next byte that is no space stands.
    func skipSpace(from start: Int) -> Int { bytes[start...].firstIndex { !isXMLSpace($0) } ?? bytes.count }

    /// The first reference to an entity that XML itself does not have.
    func unknownEntity(in range: Range<Int>) -> Range<Int>? {
        var place = range.lowerBound
        while let start = bytes[place..<range.upperBound].firstIndex(of: UInt8(ascii: "&")) {
            let rest = bytes[start..<min(range.upperBound, start + 12)]
            guard let end = rest.firstIndex(of: UInt8(ascii: ";")) else {
                return start..<min(start + 2, range.upperBound)
            }
            let name = text(start + 1..<end)
            let digits = name.dropFirst(name.hasPrefix("#x") ? 2 : 1)
            let isNumber =
                name.hasPrefix("#")
                && Int(digits, radix: name.hasPrefix("#x") ? 16 : 10).flatMap(UInt32.init(exactly:))
                    .flatMap(Unicode.Scalar.init) != nil
            guard isNumber || ["lt", "gt", "amp", "quot", "apos"].contains(name) else {
                return start..<end + 1
            }
            place = end + 1
        }
        return nil
    }
}

/// A start tag.
struct XMLTag {
    let name: Range<Int>
    private(set) var attributes: [(name: Range<Int>, value: Range<Int>)] = []
    /// Whether it is the whole element, `<x/>`.
    private(set) var isClosed = false
    /// Where the text behind it starts.
    private(set) var end = 0

    /// Reads the tag at an offset; `nil` where it is not well-formed.
    init?(_ xml: XMLBytes, at start: Int) {
        name = start + 1..<xml.nameEnd(from: start + 1)
        guard let first = xml.bytes[name].first, !(0x30...0x39).contains(first), first != UInt8(ascii: "-")
        else { return nil }
        var index = xml.skipSpace(from: name.upperBound)
        while index < xml.bytes.count {
            switch xml.bytes[index] {
            case UInt8(ascii: ">"):
                end = index + 1
                return
            case UInt8(ascii: "/"):
                guard xml.has("/>", at: index) else { return nil }
                isClosed = true
                end = index + 2
                return
            default:
                guard isXMLSpace(xml.bytes[index - 1]), let attribute = XMLTag.attribute(xml, at: index)
                else { return nil }
                let text = xml.text(attribute.name)
                guard !attributes.contains(where: { xml.text($0.name) == text }) else { return nil }
                attributes.append(attribute)
                index = attribute.value.upperBound + 1
                let next = xml.skipSpace(from: index)
                if next > index { index = next }
            }
        }
        return nil
    }

    private static func attribute(
        _ xml: XMLBytes, at start: Int
    ) -> (name: Range<Int>, value: Range<Int>)? {
        let name = start..<xml.nameEnd(from: start)
        var index = xml.skipSpace(from: name.upperBound)
        guard !name.isEmpty, index < xml.bytes.count, xml.bytes[index] == UInt8(ascii: "=") else {
            return nil
        }
        index = xml.skipSpace(from: index + 1)
        guard index < xml.bytes.count else { return nil }
        let quote = xml.bytes[index]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
            let end = xml.bytes[(index + 1)...].firstIndex(of: quote),
            !xml.bytes[(index + 1)..<end].contains(UInt8(ascii: "<"))
        else { return nil }
        return (name, index + 1..<end)
    }

    /// The name behind its prefix.
    func localName(_ xml: XMLBytes) -> String {
        let text = xml.text(name)
        return text.firstIndex(of: ":").map { String(text[text.index(after: $0)...]) } ?? text
    }

    /// What stands before the colon of its name; empty where there is none.
    func prefix(_ xml: XMLBytes) -> String {
        let text = xml.text(name)
        return text.firstIndex(of: ":").map { String(text[..<$0]) } ?? ""
    }

    /// The value of an attribute as it is written.
    func value(of attribute: String, _ xml: XMLBytes) -> String? {
        attributes.first { xml.text($0.name) == attribute }.map { xml.text($0.value) }
    }
}

/// Whether a byte is one of XML's four spaces.
func isXMLSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
