/// Finds the statements that an action can match, by the text before the first wildcard of their patterns.
struct ActionIndex: Sendable {
    /// By whole action.
    private var literals: [[UInt8]: [Int]] = [:]
    /// By what stands before the first wildcard.
    private var prefixes: [[UInt8]: [Int]] = [:]
    /// The lengths of those, ascending.
    private var lengths: [Int] = []
    /// Those that any action can match.
    private var general: [Int] = []

    init(_ statements: [Statement]) {
        self.init(patterns: statements.lazy.map { $0.actions.included?.map(\.glob) })
    }

    /// - Parameter patterns: Of each statement; `nil` for every action.
    init(patterns: some Sequence<[Glob]?>) {
        for (id, included) in patterns.enumerated() {
            guard let included else {
                general.append(id)
                continue
            }
            for glob in included {
                if glob.isLiteral {
                    add(id, to: &literals[glob.bytes, default: []])
                    continue
                }
                let prefix = Array(glob.bytes.prefix { $0 < Glob.one })
                if prefix.isEmpty {
                    add(id, to: &general)
                } else {
                    add(id, to: &prefixes[prefix, default: []])
                }
            }
        }
        lengths = Set(prefixes.keys.map(\.count)).sorted()
    }

    private func add(_ id: Int, to list: inout [Int]) {
        if list.last != id { list.append(id) }
    }

    /// Every statement with a pattern that could match, each once, in order.
    func candidates(_ action: [UInt8]) -> [Int] {
        var lists: [[Int]] = []
        if !general.isEmpty { lists.append(general) }
        if let list = literals[action] { lists.append(list) }
        for length in lengths {
            if length > action.count { break }
            if let list = prefixes[Array(action[..<length])] { lists.append(list) }
        }
        switch lists.count {
        case 0: return []
        case 1: return lists[0]
        default: return Array(Set(lists.joined())).sorted()
        }
    }
}
