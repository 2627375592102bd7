internal import WritModel

/// Finds where the values of a JSON text stand. The text was parsed before: it has no mistakes.
struct JSONLocator {
    private let bytes: [UInt8]
    private var index = 0
    /// The name that was passed last on the way into a member.
    private var lastKey = 0..<0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The bytes of the value at the end of `path`; `nil` if there is none. Cost is linear.
    func range(of path: some Sequence<ElementPath.Step>) -> Range<Int>? {
        var locator = self
        locator.skipSpace()
        for step in path {
            switch step {
            case .member(let name): guard locator.enter(member: name) else { return nil }
            case .item(let index): guard locator.enter(item: index) else { return nil }
            }
        }
        let start = locator.index
        locator.skipValue()
        return start..<locator.index
    }

    /// The bytes of the name of the member at the end of `path`, with its quotes; `nil` where it ends in an item or in nothing.
    func rangeOfKey(of path: [ElementPath.Step]) -> Range<Int>? {
        guard case .member(let name)? = path.last, let object = range(of: path.dropLast()) else { return nil }
        var locator = self
        locator.index = object.lowerBound
        return locator.enter(member: name) ? locator.lastKey : nil
    }

    /// The bytes of the text that starts at `start`, with its quotes.
    func rangeOfText(at start: Int) -> Range<Int> {
        var locator = self
        locator.index = start
        locator.skipText()
        return start..<locator.index
    }

    private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func enter(member name: String) -> Bool {
        guard current == UInt8(ascii: "{") else { return false }
        index += 1
        while true {
            skipSeparators()
            guard current == UInt8(ascii: "\"") else { return false }
            let key = index
            skipText()
            lastKey = key..<index
            let isFound = isText(at: lastKey, equalTo: name)
            skipSeparators()
            if isFound { return true }
            skipValue()
        }
    }

    private mutating func enter(item number: Int) -> Bool {
        guard current == UInt8(ascii: "[") else { return false }
        index += 1
        for _ in 0..<number {
            skipSeparators()
            skipValue()
        }
        skipSeparators()
        return current != UInt8(ascii: "]") && current != nil
    }

    /// A key with escapes in it is found by its plain spelling only; its object is the place then.
    private func isText(at range: Range<Int>, equalTo name: String) -> Bool {
        bytes[range].dropFirst().dropLast().elementsEqual(name.utf8)
    }

    private mutating func skipSpace() {
        while let byte = current, byte == 0x20 || (0x09...0x0D).contains(byte) { index += 1 }
    }

    private mutating func skipSeparators() {
        while let byte = current,
            byte == 0x20 || (0x09...0x0D).contains(byte) || byte == UInt8(ascii: ",")
                || byte == UInt8(ascii: ":")
        {
            index += 1
        }
    }

    private mutating func skipText() {
        index += 1
        while let byte = current, byte != UInt8(ascii: "\"") {
            index += byte == UInt8(ascii: "\\") ? 2 : 1
        }
        index = min(index + 1, bytes.count)
    }

    private mutating func skipValue() {
        var depth = 0
        repeat {
            switch current {
            case nil: return
            case UInt8(ascii: "\""): skipText()
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                index += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                index += 1
            default:
                if depth > 0 { index += 1 } else { skipWord() }
            }
        } while depth > 0
    }

    private mutating func skipWord() {
        while let byte = current, byte > 0x20, ![0x2C, 0x5D, 0x7D].contains(byte) { index += 1 }
    }
}
