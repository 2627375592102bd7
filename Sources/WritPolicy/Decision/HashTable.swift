/// Numbers from 0 for hashes, in the order in which they came.
///
/// Texts with equal hashes share a number: what is found by one may be about another text.
struct HashTable: Sendable {
    private var slots: [Int32]
    private var hashes: [UInt64] = []

    /// - Parameter capacity: How many hashes there will be at most.
    init(capacity: Int) {
        var size = 8
        while size < capacity * 2 { size *= 2 }
        slots = Array(repeating: -1, count: size)
        hashes.reserveCapacity(capacity)
    }

    /// How many hashes there are.
    var count: Int { hashes.count }

    /// By number.
    var all: [UInt64] { hashes }

    /// The number of a hash, a new one if need be.
    mutating func number(of hash: UInt64) -> Int {
        var slot = start(hash)
        while slots[slot] >= 0 {
            if hashes[Int(slots[slot])] == hash { return Int(slots[slot]) }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = Int32(hashes.count)
        hashes.append(hash)
        return hashes.count - 1
    }

    /// The number that a hash has.
    func find(_ hash: UInt64) -> Int? {
        var slot = start(hash)
        while slots[slot] >= 0 {
            let number = Int(slots[slot])
            if hashes[number] == hash { return number }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    private func start(_ hash: UInt64) -> Int {
        Int(truncatingIfNeeded: mixed(hash) >> 20) & (slots.count - 1)
    }
}

/// The hash with what tells similar texts apart in its upper bits.
private func mixed(_ hash: UInt64) -> UInt64 { (hash ^ (hash >> 32)) &* 0x9E37_79B9_7F4A_7C15 }

/// A hash that grows with its text: of every start of a text in one pass.
///
/// Fowler, Noll and Vo's, 64 bits.
package struct RollingHash: Sendable {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    /// Takes the text's next byte.
    package mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }

    /// Of a whole text.
    package init(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { add(byte) }
    }

    /// Of the empty text.
    package init() {}

    /// One of 64 bits, for sets that may say of a text that it is in although it is not.
    package var bit: UInt64 { 1 << (mixed(value) >> 58) }
}
