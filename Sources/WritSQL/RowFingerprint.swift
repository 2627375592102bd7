internal import WritModel

/// A 64-bit FNV-1a hash over the values of a row and its items.
///
/// Part of every version beside the row's counter: it tells apart rows that were deleted and made
/// again, or edited with the counter set back. It guards against accidents, not against forgery:
/// whoever can write the database needs no trick.
struct RowFingerprint {
    private var state: UInt64 = 0xcbf2_9ce4_8422_2325

    /// Takes in a value, told apart from its neighbours and from `NULL`.
    mutating func add(_ text: String?) {
        guard let text else { return add(byte: 0) }
        add(byte: 1)
        for byte in text.utf8 { add(byte: byte) }
        add(byte: 0xFF)
    }

    /// Takes in a value, told apart from its neighbours and from `NULL`.
    mutating func add(_ number: Int64?) {
        guard let number else { return add(byte: 0) }
        add(byte: 2)
        for shift in stride(from: UInt64(0), to: 64, by: 8) {
            add(byte: UInt8(truncatingIfNeeded: UInt64(bitPattern: number) >> shift))
        }
    }

    /// The version of the row with that id and counter.
    func version(id: String, counter: Int64) -> Version {
        Version("\(counter).\(String(state, radix: 36)).\(id)")
    }

    private mutating func add(byte: UInt8) {
        state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }
}

extension Version {
    /// The id of the row that the version belongs to.
    var rowID: Substring {
        description.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false).last ?? ""
    }
}
