/// Finds the statements that a request can match, by the literal starts of their action patterns and, where many have the
/// same one, of the last segments of their resource patterns.
struct ActionIndex: Sendable {
    /// By the start of an action pattern, and whether that is all of the pattern.
    private var table: HashTable
    /// By number in ``table``.
    private var chains: [Chain] = []
    private var links: [Link] = []
    /// The lengths of starts, ascending, with 0 for patterns that start with a wildcard.
    private var lengths: [Int] = []
    /// By chain and start of a resource's last segment.
    private var resourceTable = HashTable(capacity: 0)
    private var resourceChains: [Chain] = []

    private struct Chain {
        var first: Int32 = -1
        var last: Int32 = -1
        var count: Int32 = 0
        /// Where resources are looked at too: the lengths of their starts, ascending.
        var resourceLengths: [Int]?
    }

    private struct Link {
        var statement: Int32
        var next: Int32 = -1
    }

    /// More statements than this in a chain are told apart by resources.
    private static let fewEnough = 8

    init(_ statements: [Statement]) {
        self.init(patterns: statements.map { $0.actions.included?.map(\.glob) })
        for number in chains.indices where chains[number].count > ActionIndex.fewEnough {
            divide(number, statements)
        }
    }

    /// - Parameter patterns: Of each statement; `nil` for every action.
    init(patterns: [[Glob]?]) {
        self.init(capacity: patterns.reduce(0) { $0 + ($1?.count ?? 1) })
        for (id, included) in patterns.enumerated() {
            guard let included else {
                add(id, .everything)
                continue
            }
            for glob in included { add(id, glob) }
        }
    }

    /// Of patterns that are each a statement.
    init(each patterns: [Glob]) {
        self.init(capacity: patterns.count)
        for (id, glob) in patterns.enumerated() { add(id, glob) }
    }

    private init(capacity: Int) {
        table = HashTable(capacity: capacity)
        links.reserveCapacity(capacity)
    }

    private static func key(_ hash: RollingHash, isWhole: Bool) -> UInt64 {
        isWhole ? ~hash.value : hash.value
    }

    private mutating func add(_ id: Int, _ glob: Glob) {
        var hash = RollingHash()
        var length = 0
        for byte in glob.bytes {
            if byte >= Glob.one { break }
            hash.add(byte)
            length += 1
        }
        if !glob.isLiteral, !lengths.contains(length) {
            lengths.insert(length, at: lengths.firstIndex { $0 > length } ?? lengths.count)
        }
        let number = table.number(of: ActionIndex.key(hash, isWhole: glob.isLiteral))
        if number == chains.count { chains.append(Chain()) }
        ActionIndex.append(id, to: &chains[number], &links)
    }

    private static func append(_ id: Int, to chain: inout Chain, _ links: inout [Link]) {
        if chain.last >= 0, links[Int(chain.last)].statement == id { return }
        links.append(Link(statement: Int32(id)))
        let place = Int32(links.count - 1)
        if chain.last >= 0 { links[Int(chain.last)].next = place } else { chain.first = place }
        chain.last = place
        chain.count += 1
    }

    /// Tells the statements of a chain apart by their resources.
    private mutating func divide(_ number: Int, _ statements: [Statement]) {
        var starts: [(statement: Int, start: ArraySlice<UInt8>)] = []
        visit(chains[number]) { id in
            guard let included = statements[id].resources.included else {
                starts.append((id, []))
                return
            }
            for pattern in included {
                guard let last = pattern.segments?.last else { continue }
                starts.append((id, last.start))
            }
        }
        var grown = HashTable(capacity: resourceTable.count + starts.count)
        for hash in resourceTable.all { _ = grown.number(of: hash) }
        resourceTable = grown
        for (id, start) in starts {
            let place = resourceTable.number(of: ActionIndex.key(number, RollingHash(start)))
            if place == resourceChains.count { resourceChains.append(Chain()) }
            ActionIndex.append(id, to: &resourceChains[place], &links)
        }
        chains[number].resourceLengths = Set(starts.map(\.start.count)).sorted()
    }

    private static func key(_ chain: Int, _ hash: RollingHash) -> UInt64 {
        hash.value ^ (UInt64(chain) &* 0x9E37_79B9_7F4A_7C15)
    }

    private func visit(_ chain: Chain, _ body: (Int) -> Void) {
        var place = chain.first
        while place >= 0 {
            body(Int(links[Int(place)].statement))
            place = links[Int(place)].next
        }
    }

    /// Every statement with patterns that could match, each once, in order.
    ///
    /// - Parameter resource: The last segment of the resource; `nil` for any resource.
    func candidates(_ action: [UInt8], resource: ArraySlice<UInt8>? = nil) -> [Int] {
        var found: [Int] = []
        visitCandidates(action, resource: resource) { found.append($0) }
        return ActionIndex.inOrder(found)
    }

    /// Every statement with patterns that could match, some more than once, in no order.
    func visitCandidates(_ action: [UInt8], resource: ArraySlice<UInt8>? = nil, _ body: (Int) -> Void) {
        var hash = RollingHash()
        var length = 0
        for end in lengths {
            if end > action.count { break }
            while length < end {
                hash.add(action[length])
                length += 1
            }
            if let number = table.find(ActionIndex.key(hash, isWhole: false)) {
                visit(chains[number], number, resource, body)
            }
        }
        while length < action.count {
            hash.add(action[length])
            length += 1
        }
        if let number = table.find(ActionIndex.key(hash, isWhole: true)) {
            visit(chains[number], number, resource, body)
        }
    }

    private func visit(
        _ chain: Chain, _ number: Int, _ resource: ArraySlice<UInt8>?, _ body: (Int) -> Void
    ) {
        guard let resource, let resourceLengths = chain.resourceLengths else {
            visit(chain, body)
            return
        }
        var hash = RollingHash()
        var length = 0
        for end in resourceLengths {
            if end > resource.count { break }
            while length < end {
                hash.add(resource[resource.startIndex + length])
                length += 1
            }
            if let place = resourceTable.find(ActionIndex.key(number, hash)) {
                visit(resourceChains[place], body)
            }
        }
    }

    private static func inOrder(_ ids: [Int]) -> [Int] {
        var isInOrder = true
        for index in ids.indices.dropFirst() where ids[index - 1] >= ids[index] { isInOrder = false }
        return isInOrder ? ids : Array(Set(ids)).sorted()
    }
}

extension TextPattern {
    /// What every text that matches starts with.
    fileprivate var start: ArraySlice<UInt8> {
        if let constant { return constant.bytes.prefix { $0 < Glob.one } }
        guard case .bytes(let bytes)? = parts.first else { return [] }
        return bytes.prefix { $0 < Glob.one }
    }
}
