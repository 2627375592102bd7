/// Steele, Lea and Flood's SplitMix64: a small generator whose stream depends on the seed alone.
package struct SplitMix64: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// The stream of that seed, from its start.
    package init(seed: UInt64) {
        state = seed
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// Whether something happens that happens so many times in a hundred.
    package mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

    /// A number from 0 up to, not including, `bound`; 0 for a bound of 0.
    package mutating func below(_ bound: Int) -> Int {
        bound > 0 ? Int(next() % UInt64(bound)) : 0
    }

    /// One of `items`, which are not empty.
    package mutating func pick<Item>(_ items: [Item]) -> Item { items[below(items.count)] }

    /// Each of `items` with that many chances in a hundred, in their order.
    package mutating func some<Item>(of items: [Item], percent: Int) -> [Item] {
        items.filter { _ in chance(percent) }
    }
}
