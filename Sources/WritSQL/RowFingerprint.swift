internal import WritModel

/// A 64-bit FNV-1a hash over the values of a row and its items.
///
/// Part of every version beside the row's counter: it tells apart rows that were deleted and made
/// again, or edited with the counter set back. It guards against accidents, not against forgery:
/// whoever can write the database needs no trick.
struct RowFingerprint {
    private static let prime: UInt64 = 0x0000_0100_0000_01b3

    private var state: UInt64 = 0xcbf2_9ce4_8422_2325

    /// Takes in a row's column as its text or number, told apart from its neighbours and from `NULL`.
    mutating func add(_ row: Statement, _ column: Int) {
        guard !row.isNull(column) else { return add(byte: 0) }
        add(byte: 1)
        state = row.withBytes(column) { bytes in
            var state = state
            for byte in bytes { state = (state ^ UInt64(byte)) &* RowFingerprint.prime }
            return state
        }
        add(byte: 0xFF)
    }

    /// Takes in a collection's items, told apart from those of the next collection.
    mutating func add(_ items: [Item]) {
        for item in items {
            switch item {
            case .word(let word): add(word)
            case .trust(let principal):
                add(principal.sort.rawValue)
                add(principal.name)
            case .accessKey(let key): add(key.name)
            case .mapping(let mapping):
                // Its groups are told by their ids, which stay when a group is renamed.
                add(mapping.name)
                add(mapping.user ?? "")
                for condition in mapping.conditions { add(condition.json.compactText) }
            case .addresses(let addresses):
                add(addresses.range.description)
                add(addresses.note ?? "")
            }
        }
        add(byte: 3)
    }

    /// Takes in an access key, but for when it was used: that changes without anybody changing it.
    mutating func add(_ key: LiveAccessKey) {
        add(key.id)
        add(key.name)
        add(String(key.generation))
        add(key.status.rawValue)
    }

    /// Takes in what waits to be confirmed. Second factors are not taken in: no change depends on them.
    mutating func add(_ confirmation: AwaitedConfirmation) {
        add(confirmation.field.rawValue)
        add(confirmation.value)
        for moment in [confirmation.requestedAt, confirmation.until] { add(String(moment.epochSeconds)) }
        add(confirmation.withdrawnAt.map { String($0.epochSeconds) } ?? "")
    }

    /// Takes in a text, told apart from its neighbours.
    mutating func add(_ text: String) {
        add(byte: 2)
        for byte in text.utf8 { add(byte: byte) }
        add(byte: 0xFF)
    }

    /// The version of the row with that id and counter.
    func version(id: String, counter: Int64) -> Version {
        var id = id
        let text = id.withUTF8 { id in
            // Two numbers of at most 20 and 13 digits, and two dots.
            String(unsafeUninitializedCapacity: id.count + 35) { buffer in
                var end = 0
                if counter < 0 {
                    buffer[0] = UInt8(ascii: "-")
                    end = 1
                }
                end = append(counter.magnitude, radix: 10, to: buffer, at: end)
                buffer[end] = UInt8(ascii: ".")
                end = append(state, radix: 36, to: buffer, at: end + 1)
                buffer[end] = UInt8(ascii: ".")
                for byte in id {
                    end += 1
                    buffer[end] = byte
                }
                return end + 1
            }
        }
        return Version(text)
    }

    private mutating func add(byte: UInt8) {
        state = (state ^ UInt64(byte)) &* RowFingerprint.prime
    }
}

/// Puts the digits of `number` into `buffer` from `start` on, and answers where they end: `String(_:radix:)` without
/// the text, for every row of a database.
private func append(
    _ number: UInt64, radix: UInt64, to buffer: UnsafeMutableBufferPointer<UInt8>, at start: Int
) -> Int {
    var rest = number
    var end = start
    repeat {
        let digit = UInt8(truncatingIfNeeded: rest % radix)
        buffer[end] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
        rest /= radix
        end += 1
    } while rest > 0
    buffer[start..<end].reverse()
    return end
}

extension Version {
    /// The id of the row that the version belongs to.
    var rowID: Substring {
        description.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false).last ?? ""
    }
}
