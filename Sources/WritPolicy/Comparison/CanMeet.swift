/// Where a statement's requests lie, for a fast look at whether two statements are about a request in common.
struct StatementReach {
    /// `nil` for every action that is not excluded.
    private let actions: [Glob]?
    /// `nil` for every resource that is not excluded.
    private let resources: [ResourcePattern]?
    /// A bit for the hash of each service that the actions name; all bits where one of them may be of any service.
    let services: UInt64

    init(_ statement: Statement) {
        actions = statement.actions.included?.map(\.glob)
        resources = statement.resources.included
        services =
            actions?.reduce(0) { bits, glob in
                let service = glob.service
                return service.isEmpty ? .max : bits | RollingHash(service).bit
            } ?? .max
    }

    /// Whether some request may be in both: false only where none is.
    func canMeet(_ other: StatementReach) -> Bool {
        services & other.services != 0 && someMeet(actions, other.actions, WritPolicy.canMeet)
            && someMeet(resources, other.resources, WritPolicy.canMeet)
    }

    private func someMeet<Pattern>(
        _ a: [Pattern]?, _ b: [Pattern]?, _ canMeet: (Pattern, Pattern) -> Bool
    ) -> Bool {
        guard let a, let b else { return true }
        // Of long lists it is not worth its time to know.
        if a.count * b.count > 4096 { return true }
        return a.contains { pattern in b.contains { canMeet(pattern, $0) } }
    }
}

extension Glob {
    /// What stands before the first colon; empty where a wildcard stands there.
    var service: ArraySlice<UInt8> {
        guard let end = bytes.firstIndex(where: { $0 == UInt8(ascii: ":") || $0 >= Glob.one }),
            bytes[end] < Glob.one
        else { return [] }
        return bytes[..<end]
    }
}

/// Whether some text may be in both patterns: false only where none is, however `?` is read.
func canMeet(_ a: Glob, _ b: Glob) -> Bool {
    let count = min(a.bytes.count, b.bytes.count)
    var index = 0
    while index < count {
        let (x, y) = (a.bytes[index], b.bytes[index])
        if x >= Glob.one || y >= Glob.one { break }
        if x != y { return false }
        index += 1
    }
    if a.isLiteral { return b.isLiteral ? a.bytes.count == b.bytes.count : b.matches(a.bytes) }
    return b.isLiteral ? a.matches(b.bytes) : true
}

/// Whether some resource may be in both patterns.
func canMeet(_ a: ResourcePattern, _ b: ResourcePattern) -> Bool {
    guard let a = a.segments, let b = b.segments else { return false }
    for (x, y) in zip(a, b) {
        if let x = x.constant, let y = y.constant, !canMeet(x, y) { return false }
    }
    return true
}
