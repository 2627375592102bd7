/// What is made of each share of some work, on as many cores as there are. In the order of the shares.
package func onAllCores<Share: Sendable, Made: Sendable>(
    _ shares: [Share], _ make: @escaping @Sendable (Share) -> Made
) async -> [Made] {
    if shares.count < 2 { return shares.map(make) }
    return await withTaskGroup(of: (place: Int, made: Made).self) { group in
        for (place, share) in shares.enumerated() { group.addTask { (place, make(share)) } }
        var found: [Made?] = Array(repeating: nil, count: shares.count)
        for await (place, made) in group { found[place] = made }
        return found.compactMap(\.self)
    }
}

/// The places of a list of so many items in shares of that size.
package func shares(of count: Int, size: Int) -> [Range<Int>] {
    stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
}
