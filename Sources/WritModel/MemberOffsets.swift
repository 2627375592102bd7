/// Where the members of an object start, to find one that stands twice.
struct MemberOffsets {
    /// Most objects have fewer members than hashing their names, or a list of their places, would pay for.
    private var starts = SIMD8<Int>()
    private var byName: [String: Int] = [:]

    /// Starts with no member.
    init() {}

    /// Takes in the name of the next member; answers where a member of that name starts already.
    mutating func take(_ name: String, at start: Int, after members: [JSONValue.Member]) -> Int? {
        if members.count < starts.scalarCount {
            if let index = members.firstIndex(where: { $0.name == name }) { return starts[index] }
            starts[members.count] = start
            return nil
        }
        if byName.isEmpty {
            for (index, member) in members.enumerated() { byName[member.name] = starts[index] }
        }
        return byName.updateValue(start, forKey: name)
    }
}
