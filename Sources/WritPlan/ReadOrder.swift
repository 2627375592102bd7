internal import WritModel

/// Sorts what a plan read, which is a key for every live object and edge.
///
/// The order is that of the bytes in UTF-8, part by part. For names in normalization form C it is that of the keys;
/// for others `String` has none: of "e\u{301}" and "\u{E9}a" neither comes first, and plans would depend on the order
/// in which dictionaries are gone through.
struct ReadOrder {
    private var bytes: [UInt8] = []
    private var entries: [Entry] = []

    /// Where the bytes of a key are, and the first eight of them as a number of the same order.
    private struct Entry {
        var prefix: UInt64
        var start: Int
        var end: Int
        /// The key's number.
        var index: Int
    }

    /// The order of `keys`, as indices into them. Cost is that of sorting.
    static func sorted(_ keys: [ReadKey]) -> [Int] {
        var order = ReadOrder()
        order.entries.reserveCapacity(keys.count)
        order.bytes.reserveCapacity(keys.count * 48)
        for key in keys { order.add(key) }
        return order.sortedIndices()
    }

    private mutating func sortedIndices() -> [Int] {
        bytes.withUnsafeBufferPointer { bytes in
            entries.sort { a, b in
                if a.prefix != b.prefix { return a.prefix < b.prefix }
                var (x, y) = (a.start, b.start)
                while x < a.end, y < b.end {
                    if bytes[x] != bytes[y] { return bytes[x] < bytes[y] }
                    x += 1
                    y += 1
                }
                return x == a.end && y < b.end
            }
        }
        return entries.map { $0.index }
    }

    private mutating func add(_ key: ReadKey) {
        let start = bytes.count
        // Numbers and an end mark below every character keep the order of the parts.
        switch key {
        case .object(let address):
            bytes.append(0)
            add(address)
        case .membership(let edge):
            bytes.append(1)
            add(edge.group)
            add(edge.user)
        case .attachment(let key):
            bytes.append(2)
            add(key.principal)
            switch key.policy {
            case .custom(let name):
                bytes.append(0)
                add(name)
            case .system(let name):
                bytes.append(1)
                add(name)
            }
            add(key.scope.word)
            add(key.scope.name)
        }
        // The first byte is the same for all of a sort: what follows tells more.
        var prefix = UInt64(bytes[start]) << 56
        for (position, byte) in bytes[(start + 1)...].prefix(7).enumerated() {
            prefix |= UInt64(byte) << UInt64(48 - 8 * position)
        }
        entries.append(Entry(prefix: prefix, start: start, end: bytes.count, index: entries.count))
    }

    private mutating func add(_ address: Address) {
        bytes.append(ReadOrder.rank(of: address.kind))
        add(address.name)
    }

    private mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { text in
            if text.allSatisfy({ $0 > 1 }) {
                bytes.append(contentsOf: text)
            } else {
                // Nothing but the end mark is 0, and the order stays.
                for byte in text { bytes += byte > 1 ? [byte] : [1, byte] }
            }
        }
        bytes.append(0)
    }

    /// A number that orders kinds as they compare.
    private static func rank(of kind: Kind) -> UInt8 {
        UInt8(truncatingIfNeeded: Kind.allCases.firstIndex(of: kind) ?? 0)
    }
}
