package import WritPolicy

/// What is known of a service's actions: a line `+prefix|types|keys|sets of keys|actions` of the catalogue.
package struct CatalogService: Sendable {
    /// What its actions start with.
    package let prefix: String
    /// Whether every action of it is listed.
    package let isWhole: Bool
    private let text: StaticString
    /// Where the types, the keys and the sets of keys stand.
    private let fields: [Range<Int>]
    /// Where the actions stand, ordered by name without regard to case.
    private let entries: [Range<Int>]

    /// The service of a line.
    init(_ text: StaticString, line: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) {
        let parts = places(of: UInt8(ascii: "|"), in: line, bytes)
        self.text = text
        isWhole = bytes[line.lowerBound] == UInt8(ascii: "+")
        prefix = String(
            decoding: UnsafeBufferPointer(rebasing: bytes[parts[0].dropFirst()]), as: UTF8.self)
        fields = Array(parts[1..<4])
        entries = parts[4].isEmpty ? [] : places(of: UInt8(ascii: ","), in: parts[4], bytes)
    }

    /// Every action, by name.
    package var actions: [CatalogAction] { entries.map { CatalogAction(string($0)) } }

    /// The action of that name, in any case.
    package func action(_ name: String) -> CatalogAction? { action(foldedCase(Array(name.utf8))) }

    /// The actions that a pattern, in lower case and without the service, matches.
    package func actions(matching glob: Glob) -> [CatalogAction] {
        if glob.isEverything { return actions }
        if glob.isLiteral { return action(glob.bytes).map { [$0] } ?? [] }
        return text.withUTF8Buffer { bytes in
            entries.filter { glob.matches(foldedCase(Array(bytes[$0].prefix { $0 != nameEnd }))) }
        }.map { CatalogAction(string($0)) }
    }

    /// Whether some action that a pattern matches is so; stops at the first one.
    package func hasAction(matching glob: Glob, where isSo: (CatalogAction) -> Bool = { _ in true }) -> Bool {
        entries.contains { entry in
            text.withUTF8Buffer { bytes in
                glob.isEverything
                    || glob.matches(foldedCase(Array(bytes[entry].prefix { $0 != nameEnd })))
            } && isSo(CatalogAction(string(entry)))
        }
    }

    /// Its kinds of resources.
    package var types: [CatalogResourceType] {
        string(fields[0]).split(separator: ";").map { text in
            let parts = text.split(separator: "=").map(String.init)
            return CatalogResourceType(name: parts[0], forms: parts.dropFirst().map { "arn:*:" + $0 })
        }
    }

    /// Every condition key that one of its actions may have, in lower case; those that go on with a name of the author's end in a sign.
    package var keys: [String] { string(fields[1]).lowercased().split(separator: ",").map(String.init) }

    /// Whether an action that a pattern matches may have a condition key, in lower case.
    package func hasKey(_ key: String, inActionsMatching glob: Glob) -> Bool {
        let keys = keys
        let places = keys.indices.filter { keys[$0].isKey(key) }
        if places.isEmpty { return false }
        let sets = string(fields[2]).split(separator: ";", omittingEmptySubsequences: false)
        let right = sets.map { set in
            set.split(separator: ".").contains { Int($0).map(places.contains) ?? false }
        }
        return hasAction(matching: glob) { $0.keySet.map { right[$0] } ?? false }
    }

    /// Whether one of its actions may have a condition key, in lower case.
    package func hasKey(_ key: String) -> Bool { keys.contains { $0.isKey(key) } }

    private func string(_ range: Range<Int>) -> String {
        text.withUTF8Buffer {
            String(decoding: UnsafeBufferPointer(rebasing: $0[range]), as: UTF8.self)
        }
    }

    private func action(_ name: [UInt8]) -> CatalogAction? {
        let entry = text.withUTF8Buffer { bytes -> Range<Int>? in
            var low = 0
            var high = entries.count
            while low < high {
                let middle = (low + high) / 2
                if isBefore(bytes[entries[middle]], name) { low = middle + 1 } else { high = middle }
            }
            guard low < entries.count else { return nil }
            let found = bytes[entries[low]].prefix { $0 != nameEnd }
            return found.count == name.count && zip(found, name).allSatisfy { folded($0) == $1 }
                ? entries[low] : nil
        }
        return entry.map { CatalogAction(string($0)) }
    }
}

extension String {
    /// Whether a key is this one of the catalogue, which goes on with a name of the author's where it ends in a sign.
    fileprivate func isKey(_ key: String) -> Bool {
        self == key || ((hasSuffix("/") || hasSuffix(":")) && key.hasPrefix(self))
    }
}

/// What ends the name of an action.
private let nameEnd = UInt8(ascii: "/")

/// Whether an entry's name, in lower case, stands before another one.
private func isBefore(_ entry: Slice<UnsafeBufferPointer<UInt8>>, _ name: [UInt8]) -> Bool {
    var place = 0
    for byte in entry {
        if byte == nameEnd { return place < name.count }
        guard place < name.count else { return false }
        let byte = folded(byte)
        if byte != name[place] { return byte < name[place] }
        place += 1
    }
    return place < name.count
}

private func folded(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

/// The stretches between separators.
private func places(
    of separator: UInt8, in range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>
) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where bytes[index] == separator {
        result.append(start..<index)
        start = index + 1
    }
    result.append(start..<range.upperBound)
    return result
}
